package dev.curfew.governance.policy.cedar;

import com.cedarpolicy.model.Effect;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.schema.Schema;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.PolicyDecision.Allowed;
import dev.curfew.governance.policy.PolicyDecision.NeedsSignatures;
import dev.curfew.governance.policy.PolicyDecision.Refused;
import dev.curfew.governance.policy.PolicyDecision.Why;
import dev.curfew.governance.policy.PolicyProblem;
import dev.curfew.governance.policy.PolicyRule;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.model.text.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A text of policies, checked, ready to be asked. Cedar answers allow or deny; what signatures it takes stands in
/// annotations and is decided here:
///
/// - a `forbid` holds, whatever is signed;
/// - a `forbid` with `@requires("2 of officer")` stands until these have signed;
/// - a `permit` allows; one with `@requires(…)` allows once these have signed; any permit is enough;
/// - where the reach is not known or the source was not read whole, no permit allows without a signature.
public final class Policies {
    private static final Schema SCHEMA = PolicySchema.parsed();
    private static final Requirement SOMEBODY = new Requirement(1, Requirement.OFFICER);

    private final String text;
    private final List<Rule> rules;
    private final RuleSet forbids;
    private final RuleSet permits;

    private Policies(String text, List<Rule> rules) throws CacheException {
        this.text = text;
        this.rules = rules;
        forbids = new RuleSet(of(rules, Effect.FORBID), SCHEMA);
        permits = new RuleSet(of(rules, Effect.PERMIT), SCHEMA);
    }

    /// @throws PolicyTextException with every problem and its line
    public static Policies of(String text) throws PolicyTextException {
        List<Rule> rules = checked(text);
        try {
            return new Policies(text, rules);
        } catch (CacheException e) {
            throw new PolicyTextException(List.of(PolicyProblem.ofAll(String.valueOf(e.getMessage()))));
        }
    }

    /// Reads and checks a text without making it ready to be asked: cheap enough for every key that is typed.
    ///
    /// @return its policies, in the order of the text
    /// @throws PolicyTextException as [#of]
    public static List<PolicyRule> rules(String text) throws PolicyTextException {
        return checked(text).stream().map(rule -> rule.read(text)).toList();
    }

    private static List<Rule> checked(String text) throws PolicyTextException {
        List<Rule> rules = RuleReader.read(text, SCHEMA);
        try {
            RuleCheck.typed(rules, text, SCHEMA);
            return rules;
        } catch (AuthException e) {
            throw new PolicyTextException(List.of(PolicyProblem.ofAll(String.valueOf(e.getMessage()))));
        }
    }

    private static List<Rule> of(List<Rule> rules, Effect effect) {
        return rules.stream().filter(rule -> rule.effect() == effect).toList();
    }

    public String text() {
        return text;
    }

    /// SHA-256 of the text, 64 hexadecimal digits: what the ledger and signatures name.
    public String hash() {
        return Sha256.hex(text);
    }

    /// In the order of the text.
    public List<String> ids() {
        return rules.stream().map(Rule::id).toList();
    }

    /// How old a sign-in may be that one of them asks for, the shortest first.
    public List<Duration> signInLimits() {
        return rules.stream()
                .map(Rule::requires)
                .filter(Objects::nonNull)
                .map(Requirement::signedInWithin)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /// What they say. The same question has the same answer, always.
    public PolicyDecision decide(Question question) {
        CedarQuestion asked = CedarQuestion.of(question);
        try {
            RuleSet.Applied against = forbids.apply(asked);
            List<String> absolute = ids(against.rules().stream().filter(rule -> rule.requires() == null));
            if (!absolute.isEmpty()) {
                return new Refused(Why.FORBIDDEN, absolute, List.of());
            }
            if (!against.faults().isEmpty()) {
                return new Refused(Why.NOT_DECIDABLE, List.of(), against.faults());
            }
            RuleSet.Applied permitting = permits.apply(asked);
            return permitting.rules().isEmpty()
                    ? new Refused(Why.NOT_PERMITTED, List.of(), permitting.faults())
                    : weigh(against.rules(), permitting.rules(), question.context());
        } catch (AuthException e) {
            return new Refused(Why.NOT_DECIDABLE, List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    /// Whether one of them is there to raise this finding: `@raises("…")`.
    public boolean looksFor(String finding) {
        return rules.stream().anyMatch(rule -> rule.raises().equals(finding));
    }

    /// Those that raise this finding about what the question is about: whatever else they say, they apply.
    public List<String> raising(String finding, Question question) {
        CedarQuestion asked = CedarQuestion.of(question);
        try {
            return ids(Stream.concat(forbids.apply(asked).rules().stream(), permits.apply(asked).rules().stream())
                    .filter(rule -> rule.raises().equals(finding)));
        } catch (AuthException e) {
            throw new IllegalArgumentException("a question fits the schema that is made from it", e);
        }
    }

    private static PolicyDecision weigh(List<Rule> standing, List<Rule> permitting, Circumstances circumstances) {
        Rule easiest = permitting.stream()
                .min(Comparator.comparingInt(rule ->
                        missing(rule, circumstances).map(Requirement::count).orElse(0)))
                .orElseThrow();
        List<Rule> applied = new ArrayList<>(List.of(easiest));
        applied.addAll(standing);
        List<Requirement> missing = applied.stream()
                .flatMap(rule -> missing(rule, circumstances).stream())
                .collect(Collectors.toMap(needed -> needed.of(1), Requirement::count, Math::max, TreeMap::new))
                .entrySet()
                .stream()
                .map(most -> most.getKey().of(most.getValue()))
                .toList();
        List<String> by = ids(applied.stream());
        return missing.isEmpty() ? new Allowed(by) : new NeedsSignatures(by, missing);
    }

    private static Optional<Requirement> missing(Rule rule, Circumstances circumstances) {
        boolean guarded = !circumstances.reach().known() || !circumstances.coverageWhole();
        Requirement requires = rule.requires() == null && guarded ? SOMEBODY : rule.requires();
        if (requires == null) {
            return Optional.empty();
        }
        int more = requires.missing(circumstances);
        return more == 0 ? Optional.empty() : Optional.of(requires.of(more));
    }

    private static List<String> ids(Stream<Rule> rules) {
        return rules.map(Rule::id).toList();
    }
}
