package dev.curfew.analysis.aws.document;

/// Where an ARN names what: `arn:partition:service:region:account:resource`.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
public final class Arn {
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;

    private Arn() {}

    /// Empty where it names none.
    public static String region(String arn) {
        return part(REGION, arn);
    }

    /// Its number; empty where it names none.
    public static String account(String arn) {
        return part(ACCOUNT, arn);
    }

    /// The same in another region.
    ///
    /// @param arn one that names a region
    public static String in(String region, String arn) {
        String[] parts = arn.split(":", ACCOUNT + 2);
        parts[REGION] = region;
        return String.join(":", parts);
    }

    private static String part(int number, String arn) {
        int start = 0;
        for (int before = 0; before < number; before++) {
            start = arn.indexOf(':', start) + 1;
            if (start == 0) {
                return "";
            }
        }
        int end = arn.indexOf(':', start);
        return end < 0 ? arn.substring(start) : arn.substring(start, end);
    }
}
