package dev.curfew.analysis.aws.condition;

import java.util.Set;

/// Keys of a request whose value whoever makes it chooses.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
public enum Chosen {
    /// Any value there is.
    FREELY,
    /// Not to be there; a value takes a right besides, to tag.
    ABSENT,
    NOT;

    /// Chosen for what is new; what is there already is asked where it is.
    public static final String REGION = "aws:requestedregion";

    private static final Set<String> FREE = Set.of(REGION, "aws:useragent", "aws:referer", "sts:rolesessionname");
    private static final String TAG = "aws:requesttag/";
    private static final String TAGS = "aws:tagkeys";

    /// @param key in lower case
    public static Chosen of(String key) {
        if (FREE.contains(key)) {
            return FREELY;
        }
        return key.startsWith(TAG) || key.equals(TAGS) ? ABSENT : NOT;
    }
}
