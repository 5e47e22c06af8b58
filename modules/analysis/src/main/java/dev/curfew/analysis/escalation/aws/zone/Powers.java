package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Level;
import dev.curfew.analysis.escalation.aws.policy.Said;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What one actor may do to everybody: answers as the evaluator gives them one by one, but without the statements.
/// Each question is answered once.
public final class Powers {
    private final Actor actor;
    private final Population population;
    private final Map<Asked, Layers> answers = new HashMap<>();
    private final Map<Object, Zone> zones = new HashMap<>();

    private record Asked(String action, Map<String, List<String>> more) {}

    public Powers(Actor actor, Population population) {
        this.actor = actor;
        this.population = population;
    }

    public Actor actor() {
        return actor;
    }

    public Population population() {
        return population;
    }

    /// What was found before when the same was asked of this actor.
    public Zone once(Object question, Supplier<Zone> answer) {
        Zone known = zones.get(question);
        if (known == null) {
            known = answer.get();
            zones.put(question, known);
        }
        return known;
    }

    /// On whom the action is allowed.
    public Zone on(String action) {
        return on(action, Map.of());
    }

    /// @param more further keys of the request
    public Zone on(String action, Map<String, List<String>> more) {
        Map<String, List<String>> told = told(more);
        return once(new Asked(action, told), () -> {
            Layers layers = layers(action, told);
            // AWS refuses to change some roles, whatever policies say
            List<Zone> parts = new ArrayList<>(layers.said());
            parts.add(Zone.of(population.changeableRoles()));
            return reader(told)
                    .settled(
                            layers.allowed(),
                            parts,
                            () -> actor.rights().about(action),
                            number -> ask(action, told, number));
        });
    }

    private Level ask(String action, Map<String, List<String>> more, int number) {
        return Ask.about(actor, actor.rights(), action, population.actor(number), more)
                .level();
    }

    /// Of other things than identities.
    public Zone on(String action, Names things) {
        Reader reader = Reader.of(things, actor.context());
        Layers layers = Layers.of(actor.rights(), action, reader);
        return reader.settled(
                layers.allowed(),
                layers.said(),
                () -> actor.rights().about(action),
                number -> Ask.may(actor, action, things.name(number)).level());
    }

    /// Whether what policies say of the action hangs on a key of the request.
    ///
    /// @param key in lower case
    public boolean dependsOn(String action, String key) {
        return actor.rights().isConditional()
                && actor.rights().about(action).stream()
                        .anyMatch(statement ->
                                Said.unknownKeys(statement, actor.context()).contains(key));
    }

    /// What is left open by three values stays open here.
    Layers layers(String action, Map<String, List<String>> more) {
        Asked asked = new Asked(action, told(more));
        Layers known = answers.get(asked);
        if (known == null) {
            known = Layers.of(actor.rights(), action, reader(asked.more()));
            answers.put(asked, known);
        }
        return known;
    }

    /// Whom other people's statements are about, for this actor's requests.
    ///
    /// @param layer in which they stand
    Zone about(Statement[] statements, PolicyLayer layer) {
        return reader(Map.of()).about(statements, layer, new ArrayList<>());
    }

    /// Without conditions nobody asks for keys.
    private Map<String, List<String>> told(Map<String, List<String>> more) {
        return actor.rights().isConditional() ? more : Map.of();
    }

    /// Whether what policies say of the action hangs on what is known of whom it is done to.
    boolean hangsOnTarget(String action) {
        Reader reader = reader(Map.of());
        return actor.rights().about(action).stream().anyMatch(reader::hangsOnTarget);
    }

    private Reader reader(Map<String, List<String>> more) {
        RequestContext context = more.isEmpty() ? actor.anywhere() : actor.anywhere(more);
        return new Reader(population.arns(), context, new Reader.Targets() {
            @Override
            public int kind(int number) {
                return population.kind(number);
            }

            @Override
            public boolean tells(String key) {
                return Ask.isOfTarget(key);
            }

            @Override
            public RequestContext context(int number) {
                return Ask.context(actor, population.actor(number), more);
            }
        });
    }
}
