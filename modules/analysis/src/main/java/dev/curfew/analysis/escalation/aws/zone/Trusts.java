package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.Principals;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Level;
import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.policy.KnownPolicies;
import dev.curfew.analysis.escalation.aws.policy.Said;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who may assume which roles: what trust policies say, and those who come.
public final class Trusts {
    private static final String ASSUME = "sts:AssumeRole";
    private static final String EVERYONE = "*";

    private final Population population;
    private final Guards guards;
    private final Map<String, Guests> byName = new HashMap<>();

    /// Roles whose trust policy asks who comes, besides naming them.
    private final BitSet personal = new BitSet();

    /// What holds for everybody of an account whose own policies ask for nothing.
    private final Map<Asked, Level> known = new HashMap<>();

    /// @param owned whether the actor's own policies allow it
    private record Asked(String account, int role, boolean owned) {}

    /// Of each role whose trust policy hangs on conditions the number of what it says, and of what is known of the role
    /// where it says something about that; 0: without conditions. Roles of one number are alike.
    private final int[] conditional;

    /// Roles whose trust policy says it in a way that is not sorted by whom it names.
    private final BitSet odd = new BitSet();

    public Trusts(Population population) {
        this.population = population;
        this.guards = new Guards(population, ASSUME);
        List<Actor> actors = population.actors();
        Map<Conditions, Integer> numbers = new HashMap<>();
        conditional = new int[actors.size()];
        for (int i = 0; i < actors.size(); i++) {
            IndexedPolicy trust = actors.get(i).trust();
            if (trust != null) {
                if (trust.isConditional()) {
                    Conditions conditions = conditions(trust, i);
                    conditional[i] = numbers.computeIfAbsent(conditions, _ -> numbers.size() + 1);
                }
                add(trust.allowing(ASSUME), actors.get(i), i);
                add(trust.denying(ASSUME), actors.get(i), i);
            }
        }
    }

    private record Conditions(String text, int kind) {}

    private Conditions conditions(IndexedPolicy trust, int number) {
        RequestContext anybodys = population.actor(number).anybodys();
        boolean hangsOnRole = trust.document().statements().stream()
                .anyMatch(statement ->
                        Said.unknownKeys(statement, anybodys).stream().anyMatch(Ask::isOfTarget));
        return new Conditions(trust.text(), hangsOnRole ? population.kind(number) : -1);
    }

    private void add(Statement[] statements, Actor role, int number) {
        for (Statement statement : statements) {
            Principals principals = statement.principals();
            if (principals == null) {
                continue;
            }
            boolean plain = !statement.notPrincipals()
                    && statement.resources() == null
                    && !principals.mightName(role.principal());
            if (plain) {
                names(principals)
                        .forEach(name ->
                                byName.computeIfAbsent(name, _ -> new Guests()).add(statement, role, number));
            } else {
                odd.set(number);
            }
            if (!Line.isForAll(statement, role)) {
                personal.set(number);
            }
        }
    }

    /// ARNs, numbers of accounts, and everyone.
    private static Set<String> names(Principals principals) {
        Set<String> names = new HashSet<>();
        if (principals.everyone()) {
            names.add(EVERYONE);
        }
        for (String name : principals.aws()) {
            String[] parts = name.split(":", 6);
            names.add(parts.length == 6 && parts[5].equals("root") ? parts[4] : name);
        }
        return names;
    }

    /// The roles that the actor may assume, itself among them.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>
    public Zone into(Powers powers) {
        Actor actor = powers.actor();
        Layers own = powers.layers(ASSUME, Map.of());
        Zone itself = allowing(actor.arn(), actor);
        Zone everyone = allowing(EVERYONE, actor);
        Zone account = allowing(actor.account(), actor);
        Zone bounded = actor.isUser() ? itself : itself.and(own.boundary());
        Zone owned = own.identity().and(own.boundary());
        BitSet same = population.ofAccount(actor.account());
        Zone here = bounded.or(everyone).or(account.and(owned)).within(same);
        Zone elsewhere = itself.or(everyone).or(account).and(owned).without(same);
        Zone guarded = guards.from(powers);
        Zone denied = own.denied()
                .or(guarded)
                .or(denying(actor.arn(), actor))
                .or(denying(EVERYONE, actor))
                .or(denying(actor.account(), actor));
        Zone sorted = here.or(elsewhere).and(own.control()).but(denied).without(odd);
        Zone settled =
                settled(sorted, List.of(itself, everyone, account, denied, guarded, Zone.of(same)), powers, owned);
        return odd.isEmpty() ? settled : settled.or(population.those(odd, role -> ask(actor, role)));
    }

    /// @param parts what trust policies say, to the actor itself first
    private Zone settled(Zone sorted, List<Zone> parts, Powers powers, Zone owned) {
        Doubts doubts = new Doubts(sorted);
        if (doubts.isEmpty()) {
            return sorted;
        }
        Actor actor = powers.actor();
        Layers own = powers.layers(ASSUME, Map.of());
        doubts.split(own.said()).split(parts).split(number -> conditional[number]);
        if (powers.hangsOnTarget(ASSUME)) {
            doubts.split(population::kind);
        }
        BitSet itself = parts.getFirst().any();
        boolean sure = own.isSure() && guards.areNone();
        return doubts.settle(number -> {
            Actor role = population.actor(number);
            Asked asked = new Asked(actor.account(), number, owned.any().get(number));
            return sure && !itself.get(number) && !personal.get(number)
                    ? known.computeIfAbsent(asked, _ -> ask(actor, role))
                    : ask(actor, role);
        });
    }

    private static Level ask(Actor actor, Actor role) {
        IndexedPolicy trust = role.trust();
        return trust == null ? Level.NO : Ask.assume(actor, role, trust).level();
    }

    private Zone allowing(String name, Actor actor) {
        Guests guests = byName.get(name);
        return guests == null ? Zone.NONE : guests.allowing(actor, population);
    }

    private Zone denying(String name, Actor actor) {
        Guests guests = byName.get(name);
        return guests == null ? Zone.NONE : guests.denying(actor, population);
    }

    /// The roles that the actor may assume once everyone is let in: what its own side says.
    public Zone intoOpen(Powers powers) {
        Layers own = powers.layers(ASSUME, Map.of());
        Zone guarded = guards.from(powers);
        Zone denied = own.denied().or(guarded);
        Doubts doubts = new Doubts(own.control().but(denied).within(population.changeableRoles()));
        doubts.split(own.said()).split(List.of(guarded));
        if (powers.hangsOnTarget(ASSUME)) {
            doubts.split(population::kind);
        }
        return doubts.settle(number -> Ask.assume(powers.actor(), population.actor(number), KnownPolicies.OPEN_TRUST)
                .level());
    }
}
