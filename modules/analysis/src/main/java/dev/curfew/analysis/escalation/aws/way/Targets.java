package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.aws.condition.TextPattern;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Principals;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Rights;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/// Those whose rights are worth getting, found by what policies say, so that not everybody is asked about everybody.
public final class Targets {
    private final NavigableMap<String, List<Actor>> byArn = new TreeMap<>();
    private final boolean certain;
    private final BiPredicate<Actor, Actor> circular;
    private final Map<String, List<Actor>> namedInTrust = new HashMap<>();
    private final List<Actor> openTrust = new ArrayList<>();
    private final Map<String, Targets> byService = new HashMap<>();
    private final Map<String, Map<Actor, Verdict>> trusts = new HashMap<>();
    private final Map<Object, Object> answers = new HashMap<>();
    private final Map<String, Actor> byProfile = new HashMap<>();

    /// @param certain whether they certainly are administrators, or certainly become them
    /// @param circular whether somebody (first) is worth nothing to whom one of them (second) needs for it
    public Targets(Collection<Actor> actors, boolean certain, BiPredicate<Actor, Actor> circular) {
        this.certain = certain;
        this.circular = circular;
        for (Actor actor : actors) {
            byArn.computeIfAbsent(actor.arn(), _ -> new ArrayList<>()).add(actor);
            PolicyDocument trust = actor.trust();
            if (trust != null) {
                trust.statements().stream().filter(Statement::allows).forEach(statement -> index(actor, statement));
            }
            actor.instanceProfiles().ifPresent(profiles -> profiles.forEach(profile -> byProfile.put(profile, actor)));
        }
    }

    private void index(Actor role, Statement statement) {
        Principals principals = statement.principals();
        if (principals == null) {
            return;
        }
        if (principals.everyone() || statement.notPrincipals()) {
            openTrust.add(role);
        }
        principals
                .aws()
                .forEach(name -> namedInTrust
                        .computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(role));
    }

    public boolean isEmpty() {
        return byArn.isEmpty();
    }

    /// What being one of them is worth.
    Verdict worth(Actor actor, Actor target) {
        if (circular.test(target, actor)) {
            return Verdict.NO;
        }
        return certain ? Verdict.CERTAIN : Verdict.possible("need.target", target.arn());
    }

    List<Actor> all() {
        return byArn.values().stream().flatMap(List::stream).toList();
    }

    Optional<Actor> role(String arn) {
        Actor byOwnArn = byArn.getOrDefault(arn, List.of()).stream().findFirst().orElse(null);
        return Optional.ofNullable(byOwnArn == null ? byProfile.get(arn) : byOwnArn);
    }

    /// Those that some allowing statement for the action could be about, by ARN.
    Collection<Actor> allowedOn(Rights rights, String action) {
        NavigableMap<String, Actor> found = new TreeMap<>();
        String lower = action.toLowerCase(Locale.ROOT);
        for (Rights.Held held : rights.held()) {
            for (Statement statement : held.document().statements()) {
                if (statement.allows() && statement.matchesAction(lower)) {
                    List<TextPattern> patterns = statement.resources();
                    if (patterns == null || statement.notResources()) {
                        return all();
                    }
                    for (TextPattern pattern : patterns) {
                        if (pattern.literalStart().isEmpty()) {
                            return all();
                        }
                        startingWith(pattern.literalStart()).forEach(actor -> found.put(actor.toString(), actor));
                    }
                }
            }
        }
        return found.values();
    }

    private List<Actor> startingWith(String start) {
        List<Actor> found = new ArrayList<>();
        for (Map.Entry<String, List<Actor>> entry : byArn.tailMap(start, true).entrySet()) {
            if (!entry.getKey().startsWith(start)) {
                break;
            }
            found.addAll(entry.getValue());
        }
        return found;
    }

    /// The roles whose trust policy could let the actor in: it names the actor, everybody, or the actor's account,
    /// which
    /// then needs a policy of its own.
    Collection<Actor> lettingIn(Actor actor) {
        NavigableMap<String, Actor> found = new TreeMap<>();
        namedInTrust.getOrDefault(actor.arn(), List.of()).forEach(role -> found.put(role.toString(), role));
        openTrust.forEach(role -> found.put(role.toString(), role));
        List<Actor> byAccount = new ArrayList<>(namedInTrust.getOrDefault(actor.account(), List.of()));
        byAccount.addAll(namedInTrust.getOrDefault(actor.iam("root"), List.of()));
        if (!byAccount.isEmpty()) {
            Set<Actor> allowed = new HashSet<>(allowedOn(actor.rights(), "sts:AssumeRole"));
            byAccount.stream().filter(allowed::contains).forEach(role -> found.put(role.toString(), role));
        }
        return found.values();
    }

    /// The roles among them that the service may act as.
    Targets trusting(String service) {
        return byService.computeIfAbsent(service, it -> new Targets(trusts(it).keySet(), certain, circular));
    }

    /// Whether the service may act as the role.
    Verdict trusts(Actor role, String service) {
        return trusts(service).getOrDefault(role, Verdict.NO);
    }

    private Map<Actor, Verdict> trusts(String service) {
        return trusts.computeIfAbsent(service, it -> {
            Map<Actor, Verdict> found = new LinkedHashMap<>();
            for (Actor role : all()) {
                Verdict verdict = role.isProtected() ? Verdict.NO : Ask.trusts(role, it);
                if (!verdict.isNo()) {
                    found.put(role, verdict);
                }
            }
            return found;
        });
    }

    /// What was answered to the same question about these targets before.
    <T> T once(Object question, Class<T> type, Supplier<T> answer) {
        Object known = answers.get(question);
        if (known == null) {
            known = answer.get();
            answers.put(question, known);
        }
        return type.cast(known);
    }
}
