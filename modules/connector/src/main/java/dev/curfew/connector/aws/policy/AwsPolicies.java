package dev.curfew.connector.aws.policy;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.live.KeyListing;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.PolicyText;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;

/// Customer managed policies: each text is a version, and the former one stays and is made the default again. AWS keeps
/// five, and none is deleted from here. It has no check-and-set: the default is read again just before.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html>
public final class AwsPolicies implements PolicyKeeper {
    private static final Messages MESSAGES = Messages.of(AwsPolicies.class);
    private static final int VERSIONS_MAX = 5;
    private static final String ARN = "PolicyArn";

    private final Account account;

    public AwsPolicies(Account account) {
        this.account = account;
    }

    @Override
    public PolicyText read(PolicyId policy) throws InterruptedException {
        String arn = arn(policy);
        try (AwsKey key = account.readingKey()) {
            String version =
                    inside(result(key, "GetPolicy", Map.of(ARN, arn)), "Policy").text("DefaultVersionId");
            return new PolicyText(text(key, arn, version), version, Map.of());
        }
    }

    /// Of AWS's own nobody else makes versions, and an inline policy has none.
    private static String arn(PolicyId policy) {
        String id = policy.nativeId();
        if (id.contains("#") || !id.contains(":policy/") || id.contains(":iam::aws:")) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("policy.other", id));
        }
        return id;
    }

    private String text(AwsKey key, String arn, String version) throws InterruptedException {
        Reading document =
                inside(result(key, "GetPolicyVersion", Map.of(ARN, arn, "VersionId", version)), "PolicyVersion");
        try {
            return dev.curfew.connector.aws.details.PolicyText.of(document.require("Document"));
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, e.sentence(), e);
        }
    }

    @Override
    public ActionOutcome replace(PolicyId policy, PolicyText expected, String text) throws InterruptedException {
        try (AwsKey key = account.actingKey()) {
            if (!read(policy).equals(expected)) {
                return refused(MESSAGES.text("policy.changed", policy.nativeId()));
            }
            List<String> versions = versions(key, arn(policy));
            if (versions.size() >= VERSIONS_MAX) {
                return refused(MESSAGES.text("policy.full", VERSIONS_MAX, String.join(", ", versions)));
            }
            return did(
                    key,
                    AwsCall.change(
                            "CreatePolicyVersion",
                            Map.of(ARN, arn(policy), "PolicyDocument", text, "SetAsDefault", "true")));
        } catch (SourceException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ActionOutcome restore(PolicyId policy, PolicyText expected, PolicyText prior) throws InterruptedException {
        try (AwsKey key = account.actingKey()) {
            if (!read(policy).equals(expected)) {
                return refused(MESSAGES.text("policy.changed", policy.nativeId()));
            }
            if (!text(key, arn(policy), prior.version()).equals(prior.text())) {
                return refused(MESSAGES.text("policy.gone", prior.version()));
            }
            return did(
                    key,
                    AwsCall.change("SetDefaultPolicyVersion", Map.of(ARN, arn(policy), "VersionId", prior.version())));
        } catch (SourceException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private List<String> versions(AwsKey key, String arn) throws InterruptedException {
        try {
            return result(key, "ListPolicyVersions", Map.of(ARN, arn))
                    .list("Versions", node -> Reading.of(node).text("VersionId"));
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, e.sentence(), e);
        }
    }

    private ActionOutcome did(AwsKey key, AwsCall call) throws InterruptedException {
        AwsAnswer answer = account.client().call(call, key);
        return answer instanceof AwsAnswer.Done
                ? new ActionOutcome.Done(account.now(), MESSAGES.text("policy.did", call.action()))
                : Answers.unfinished(
                        answer, account.now(), MESSAGES.text("policy.refused", call.action(), answer.detail()));
    }

    private Reading result(AwsKey key, String action, Map<String, String> parameters) throws InterruptedException {
        AwsAnswer answer = account.client().call(AwsCall.read(action, parameters), key);
        if (!(answer instanceof AwsAnswer.Done done)) {
            throw Answers.failure(answer);
        }
        try {
            return KeyListing.result(done.body(), action);
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, Answers.unreadable(e), e);
        }
    }

    private static Reading inside(Reading result, String field) {
        try {
            return Reading.of(result.require(field));
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, Answers.unreadable(e), e);
        }
    }

    private ActionOutcome refused(String words) {
        return new ActionOutcome.Refused(account.now(), words);
    }
}
