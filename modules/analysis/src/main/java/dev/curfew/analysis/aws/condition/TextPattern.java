package dev.curfew.analysis.aws.condition;

import dev.curfew.analysis.aws.condition.sample.Samples;
import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.analysis.aws.condition.value.PartWildcards;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A pattern with wildcards and policy variables, as in `Resource`.
public final class TextPattern {
    /// A variable may stand only behind this many colons; before, it is text like any other.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse>
    private static final int COLONS = 5;

    private static final String ARN = "arn:";
    private static final String STAR = String.valueOf(Glob.STAR);

    private final Glob fixed;
    private final Glob completed;
    private final @Nullable Variables variables;
    private final boolean kept;

    private TextPattern(Glob fixed, Glob completed, @Nullable Variables variables) {
        this.fixed = fixed;
        this.completed = completed;
        this.variables = variables;
        this.kept = PartWildcards.areIn(fixed);
    }

    /// @param variables whether the policy's version has variables
    public static TextPattern compile(String text, boolean variables) {
        int variable = variables ? text.indexOf("${") : -1;
        if (variable < 0 || colons(text, variable) < COLONS) {
            Glob plain = Glob.of(text);
            return new TextPattern(plain, completed(text, plain), null);
        }
        Variables compiled = Variables.compile(text, true, true);
        Glob fixed = Glob.of(compiled.constant(), compiled.isMarked());
        return new TextPattern(fixed, completed(text, fixed), compiled.isConstant() ? null : compiled);
    }

    /// Whether a text's pattern is the text and nothing else, whoever asks and in whatever policy.
    ///
    /// @param variables whether the policy's version has variables
    public static boolean isPlainText(String text, boolean variables) {
        if (variables && text.contains("${")) {
            return false;
        }
        return !text.startsWith(ARN) || (colons(text, text.length()) >= COLONS && !PartWildcards.areIn(Glob.of(text)));
    }

    private static int colons(String text, int end) {
        int colons = 0;
        for (int i = 0; i < end; i++) {
            colons += text.charAt(i) == ':' ? 1 : 0;
        }
        return colons;
    }

    /// "When you specify an incomplete ARN (one with fewer than the standard six fields) in an identity-based policy,
    /// AWS automatically completes the ARN by adding wildcard characters to all missing fields":
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns>.
    private static Glob completed(String text, Glob fixed) {
        if (!text.startsWith(ARN)) {
            return fixed;
        }
        int missing = COLONS - colons(text, text.length());
        return missing > 0 ? Glob.of(text + ":*".repeat(missing)) : fixed;
    }

    /// What every text that it matches begins with: up to its first wildcard or variable.
    public String literalStart() {
        String start = variables == null ? completed.start() : variables.start();
        return start.substring(0, Glob.literalLength(start));
    }

    /// Whether nothing but one text matches it.
    public boolean isLiteral() {
        return variables == null && completed.isLiteral();
    }

    /// Something that it matches, with wildcards filled in; only roughly for one with variables.
    public String example(String filler) {
        return marked().replace(STAR, filler).replace(Glob.ANY, 'x');
    }

    /// The whole pattern with its wildcards marked; only roughly for one with variables.
    public String marked() {
        return fixed.isMarked() ? fixed.pattern() : Glob.wildcards(completed.pattern());
    }

    /// Whether it is its text and nothing else, whoever asks and in whatever policy.
    public boolean isPlain() {
        return variables == null && fixed == completed;
    }

    /// A variable without a value makes the pattern match nothing; so does `NotResource` with it except nothing:
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value>.
    ///
    /// @param arns what an ARN stands for that is not whole
    public Match matches(String text, RequestContext context, ShortArns arns) {
        Variables filled = variables;
        return filled == null
                ? Match.of(matches(arns.areCompleted(fixed) ? completed : fixed, text))
                : matches(filled, text, context);
    }

    private Match matches(Variables variables, String text, RequestContext context) {
        String widest = variables.fill(context, STAR);
        return widest == null || !matches(Glob.ofMarked(widest), text)
                ? Match.NO
                : variables.isUnknown(context) ? Match.MAYBE : Match.YES;
    }

    private boolean matches(Glob glob, String text) {
        return kept ? glob.matchesInParts(text) : glob.matches(text);
    }

    /// The keys that it needs and that are not known, as they are written.
    public void unknownKeys(RequestContext context, Set<String> names) {
        if (variables != null) {
            variables.unknownKeys(context, names);
        }
    }

    /// Values of one of its variables with which it could match the text.
    ///
    /// @param key in lower case
    public void sampleVariable(String key, String text, Samples samples) {
        if (variables != null) {
            variables.holes(key, text, samples);
        }
    }
}
