package dev.curfew.governance.policy.cedar;

import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.schema.Schema;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.policy.PolicyProblem;
import dev.curfew.governance.policy.PolicyRule;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.EndingQuestion;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.model.text.Sha256;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A text of policies, checked, ready to be asked. Cedar answers allow or deny; what signatures it takes stands in
/// annotations and is decided here:
///
/// - a `forbid` holds, whatever is signed;
/// - a `forbid` with `@requires("2 of officer")` stands until these have signed;
/// - a `permit` allows; one with `@requires(…)` allows once these have signed; any permit is enough;
/// - where the reach is not known or the source was not read whole, no permit allows without a signature.
public final class Policies {
    private static final Schema REQUESTS = PolicySchema.requests();
    private static final Schema PLANS = PolicySchema.plans();
    private static final Requirement SOMEBODY = new Requirement(1, Requirement.OFFICER);

    private final String text;
    private final List<Rule> rules;
    private final Ruling requests;
    private final Ruling plans;

    private Policies(String text, List<Rule> rules) throws CacheException {
        this.text = text;
        this.rules = rules;
        requests = new Ruling(about(rules, false), REQUESTS);
        plans = new Ruling(about(rules, true), PLANS);
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
        List<Rule> rules = RuleReader.read(text, PLANS);
        try {
            RuleCheck.typed(about(rules, false), text, REQUESTS);
            RuleCheck.typed(about(rules, true), text, PLANS);
            return rules;
        } catch (AuthException e) {
            throw new PolicyTextException(List.of(PolicyProblem.ofAll(String.valueOf(e.getMessage()))));
        }
    }

    private static List<Rule> about(List<Rule> rules, boolean plans) {
        return rules.stream().filter(rule -> rule.ofPlans() == plans).toList();
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
        return requests.decide(CedarQuestion.of(question), rule -> missing(rule, question.context()));
    }

    /// Those that decide on plans of revocation: these, or, where they say nothing about any, those that Curfew brings.
    public Policies onPlans() {
        return rules.stream().anyMatch(Rule::ofPlans) ? this : Packaged.POLICIES;
    }

    /// What those [#onPlans] say. No plan runs without a signature, and who signed on one machine counts as one.
    public PolicyDecision decide(EndingQuestion question) {
        return onPlans()
                .plans
                .decide(
                        CedarQuestion.of(question),
                        rule -> missing(rule, question.context().approval()));
    }

    /// Whether one of them is there to raise this finding: `@raises("…")`.
    public boolean looksFor(String finding) {
        return rules.stream().anyMatch(rule -> rule.raises().equals(finding));
    }

    /// Those that raise this finding about what the question is about: whatever else they say, they apply.
    public List<String> raising(String finding, Question question) {
        return requests.raising(finding, CedarQuestion.of(question));
    }

    private static Optional<Requirement> missing(Rule rule, Circumstances circumstances) {
        boolean guarded = !circumstances.reach().known() || !circumstances.coverageWhole();
        Requirement requires = rule.requires() == null && guarded ? SOMEBODY : rule.requires();
        return requires == null ? Optional.empty() : more(requires, requires.missing(circumstances));
    }

    private static Optional<Requirement> missing(Rule rule, Circumstances.Approval approval) {
        Requirement requires = Objects.requireNonNullElse(rule.requires(), SOMEBODY);
        return more(requires, requires.missing(approval, true));
    }

    private static Optional<Requirement> more(Requirement requires, int missing) {
        return missing == 0 ? Optional.empty() : Optional.of(requires.of(missing));
    }

    /// Those of the package, made ready when they are first asked.
    private static final class Packaged {
        static final Policies POLICIES = packaged();

        private static Policies packaged() {
            try {
                return PolicyPack.packaged().compiled();
            } catch (PolicyTextException e) {
                throw new IllegalStateException("Curfew's own policies", e);
            }
        }
    }
}
