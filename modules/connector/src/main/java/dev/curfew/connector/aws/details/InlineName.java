package dev.curfew.connector.aws.details;

import dev.curfew.model.id.PolicyId;
import java.util.Optional;

/// What a policy that lives in its holder is called here; AWS gives it no ARN.
///
/// @param holder ARN of the user, group or role
/// @param name of the policy in it
public record InlineName(String holder, String name) {
    private static final String MARK = "#inline/";

    /// Empty for every other policy.
    public static Optional<InlineName> of(PolicyId policy) {
        String id = policy.nativeId();
        int mark = id.indexOf(MARK);
        return mark < 0
                ? Optional.empty()
                : Optional.of(new InlineName(id.substring(0, mark), id.substring(mark + MARK.length())));
    }

    /// As a native id: `arn:aws:iam::111122223333:role/deploy#inline/read`.
    public String text() {
        return holder + MARK + name;
    }
}
