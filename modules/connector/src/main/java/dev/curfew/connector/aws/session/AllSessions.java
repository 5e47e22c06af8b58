package dev.curfew.connector.aws.session;

import dev.curfew.connector.aws.details.Arns;
import dev.curfew.connector.aws.details.Principal;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SessionsId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All sessions of a role, or all that a user's own keys began, by whose ARN.
public record AllSessions(String arn, Principal holder) {
    /// The inline policy that ends those that began before it was written.
    static final String POLICY = "curfew-sessions-ended";

    private static final Pattern HOLDER =
            Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:(role|user)/(?:.*/)?([\\w+=,.@-]+)");

    /// Empty if it is something else.
    public static Optional<AllSessions> of(CredentialId credential) {
        return SessionsId.holder(credential)
                .map(holder -> HOLDER.matcher(holder.nativeId()))
                .filter(Matcher::matches)
                .map(matcher -> new AllSessions(
                        matcher.group(),
                        new Principal(matcher.group(1).equals("role") ? "Role" : "User", matcher.group(2))));
    }

    /// Whether a caller of this ARN, as STS says it, is in one of them. A session that a user got for itself has the
    /// user's own; one that it got for somebody else (`GetFederationToken`) does not tell of whom it is.
    boolean has(String callerArn) {
        return holder.kind().equals("Role")
                ? callerArn.contains(":sts::" + Arns.accountNumber(arn) + ":assumed-role/" + holder.name() + "/")
                : callerArn.equals(arn);
    }
}
