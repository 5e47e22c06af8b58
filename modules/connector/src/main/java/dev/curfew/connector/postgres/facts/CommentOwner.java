package dev.curfew.connector.postgres.facts;

import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.text.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who answers for a role, by the comment beside it (`COMMENT ON ROLE app IS 'owner: ada'`). The rest of the comment is
/// not kept: people write all sorts of things there.
final class CommentOwner {
    private static final Pattern OWNER =
            Pattern.compile("\\b(?:owner|team)\\s*[:=]\\s*([^\\s,;]{1,128})", Pattern.CASE_INSENSITIVE);

    private CommentOwner() {}

    static Ownership of(String comment) {
        Matcher owner = OWNER.matcher(comment);
        return owner.find()
                ? new Ownership.Owned(
                        owner.group(1), Messages.of(CommentOwner.class).text("owner.comment"))
                : new Ownership.Unowned();
    }
}
