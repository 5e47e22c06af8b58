package dev.curfew.analysis.aws.condition;

/// ARNs are compared part by part: a wildcard does not cross a colon, but for the last part, which may hold colons.
final class Arns {
    private static final int PARTS = 6;

    private Arns() {}

    /// @param pattern with its wildcards marked (see `Glob`)
    static boolean matches(String pattern, String arn) {
        String[] patterns = pattern.split(":", PARTS);
        String[] parts = arn.split(":", PARTS);
        if (patterns.length != PARTS || parts.length != PARTS) {
            return false;
        }
        for (int i = 0; i < PARTS; i++) {
            if (!Glob.ofCompiled(patterns[i]).matches(parts[i])) {
                return false;
            }
        }
        return true;
    }
}
