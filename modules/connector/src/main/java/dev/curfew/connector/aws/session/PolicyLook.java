package dev.curfew.connector.aws.session;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.details.InlineName;
import dev.curfew.connector.aws.details.PolicyText;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.KeyListing;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.Map;
import java.util.Optional;

/// A policy's text as the account holds it now, written as a reading of the whole account writes it.
final class PolicyLook {
    private static final Messages MESSAGES = Messages.of(PolicyLook.class);

    private final Account account;
    private final AwsKey key;

    PolicyLook(Account account, AwsKey key) {
        this.account = account;
        this.key = key;
    }

    /// @throws SourceException if it cannot be read, or is of a kind that nobody can be given for a while
    String text(PolicyId policy) throws InterruptedException {
        String id = policy.nativeId();
        Optional<InlineName> inline = InlineName.of(policy);
        if (inline.isPresent()) {
            return inline(inline.get().holder(), inline.get().name());
        }
        if (id.contains("#") || !id.contains(":policy/")) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("policy.other", id));
        }
        String version = result("GetPolicy", Map.of("PolicyArn", id), "Policy").text("DefaultVersionId");
        return document(
                result("GetPolicyVersion", Map.of("PolicyArn", id, "VersionId", version), "PolicyVersion"), "Document");
    }

    private String inline(String holder, String name) throws InterruptedException {
        String kind = holder.replaceFirst("^[^/]*:", "").replaceFirst("/.*", "");
        String holderName = holder.substring(holder.lastIndexOf('/') + 1);
        String type = switch (kind) {
            case "user" -> "User";
            case "group" -> "Group";
            case "role" -> "Role";
            default -> throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("policy.other", holder));
        };
        Map<String, String> parameters = Map.of(type + "Name", holderName, "PolicyName", name);
        return document(result("Get" + type + "Policy", parameters, ""), "PolicyDocument");
    }

    private static String document(Reading reading, String field) {
        try {
            return PolicyText.of(reading.require(field));
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, e.sentence(), e);
        }
    }

    /// @param inside the field that holds the result; empty: the result itself
    private Reading result(String action, Map<String, String> parameters, String inside) throws InterruptedException {
        AwsAnswer answer = account.client().call(AwsCall.read(action, parameters), key);
        if (!(answer instanceof AwsAnswer.Done done)) {
            throw Trouble.of(answer, "policy.unread");
        }
        try {
            Reading result = KeyListing.result(done.body(), action);
            return inside.isEmpty() ? result : Reading.of(result.require(inside));
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, e.sentence(), e);
        }
    }
}
