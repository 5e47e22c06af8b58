package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.details.AccountDetails;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.text.Messages;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whom the key stands for that is kept to act with. STS says; where it does not, as of a key that is inactive, IAM
/// still knows whose key it is, and it stays Curfew's own.
///
/// @param identities their ARNs
/// @param trouble in words; empty: none
record ActingKey(Set<String> identities, String trouble) {
    private static final ActingKey NONE = new ActingKey(Set.of(), "");

    ActingKey {
        identities = Set.copyOf(identities);
    }

    /// @param asking with the key to read
    static ActingKey of(Account account, Asking asking, AccountDetails details) throws InterruptedException {
        try (AwsKey key = account.keptActingKey().orElse(null)) {
            if (key == null) {
                return NONE;
            }
            AwsAnswer answer = account.client().call(AwsCall.callerIdentity(true), key);
            Optional<Caller> caller = Caller.of(answer);
            return caller.isPresent()
                    ? new ActingKey(caller.get().identities(details), "")
                    : new ActingKey(holders(asking, key.id(), details), trouble(answer.detail()));
        }
    }

    private static Set<String> holders(Asking asking, String id, AccountDetails details) throws InterruptedException {
        try {
            String name = asking.one(KeyUse.call(id)).text("UserName");
            return details.users().stream()
                    .map(user -> user.holder())
                    .filter(user -> user.name().equals(name))
                    .map(user -> user.arn())
                    .collect(Collectors.toSet());
        } catch (Unanswered | MalformedException _) {
            // its own mark stands on the key itself, as far as keys are listed
            return Set.of();
        }
    }

    static String trouble(String detail) {
        return Messages.of(ActingKey.class).text("acting-unusable", detail);
    }
}
