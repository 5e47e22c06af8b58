package dev.curfew.connector.aws.key;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.live.KeyListing;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out whose an access key is. IAM's actions on keys need the user's name, and without one act on a key of
/// whoever asks, which would be Curfew's own.
final class KeySearch {
    private final AwsClient client;
    private final AwsKey key;
    private final KeyListing listing;

    KeySearch(AwsClient client, AwsKey key) {
        this.client = client;
        this.key = key;
        this.listing = new KeyListing(client, key);
    }

    /// Two questions, or, where the first does not name the user, one of each user. What IAM answers to the first about
    /// a key that is gone is not documented, so only its clear words are taken for it.
    KeyStanding find(String id) throws InterruptedException {
        try {
            AwsCall call = AwsCall.read("GetAccessKeyLastUsed", Map.of("AccessKeyId", id));
            AwsAnswer answer = client.call(call, key);
            return switch (answer) {
                case AwsAnswer.Done done -> {
                    Optional<String> user =
                            KeyListing.result(done.body(), call.action()).optionalText("UserName");
                    yield user.isPresent() ? confirmed(id, user.get()) : searched(id);
                }
                case AwsAnswer.Failed failed ->
                    switch (failed.error()) {
                        case NO_SUCH_ENTITY -> new KeyStanding.Gone(failed.detail());
                        case DENIED, OTHER -> searched(id);
                        case INVALID_KEY, WRONG_SIGNATURE, CLOCK, THROTTLED, SERVICE -> new KeyStanding.Untold(failed);
                    };
                case AwsAnswer.Foreign _, AwsAnswer.None _ -> new KeyStanding.Untold(answer);
            };
        } catch (MalformedException e) {
            return new KeyStanding.Ambiguous(Answers.unreadable(e));
        }
    }

    /// The record of last use can outlive the key by seconds; the list of keys decides.
    private KeyStanding confirmed(String id, String user) throws InterruptedException {
        return switch (listing.keysOf(user)) {
            case KeyListing.Result.All<KeyListing.Listed>(List<KeyListing.Listed> keys) ->
                in(keys, id)
                        .<KeyStanding>map(found -> new KeyStanding.Held(user, found.active()))
                        .orElseGet(() -> new KeyStanding.Gone(word("key.unlisted", user)));
            case KeyListing.Result.Not<KeyListing.Listed>(AwsAnswer answer) ->
                Answers.is(answer, AwsError.NO_SUCH_ENTITY)
                        ? new KeyStanding.Gone(answer.detail())
                        : new KeyStanding.Untold(answer);
        };
    }

    private KeyStanding searched(String id) throws InterruptedException {
        List<KeyStanding.Held> holders = new ArrayList<>();
        switch (listing.users()) {
            case KeyListing.Result.Not<KeyListing.User>(AwsAnswer answer) -> {
                return new KeyStanding.Untold(answer);
            }
            case KeyListing.Result.All<KeyListing.User>(List<KeyListing.User> users) -> {
                for (KeyListing.User user : users) {
                    switch (listing.keysOf(user.name())) {
                        case KeyListing.Result.Not<KeyListing.Listed>(AwsAnswer answer) -> {
                            if (!Answers.is(answer, AwsError.NO_SUCH_ENTITY)) {
                                return new KeyStanding.Untold(answer);
                            }
                        }
                        case KeyListing.Result.All<KeyListing.Listed>(List<KeyListing.Listed> keys) ->
                            in(keys, id)
                                    .ifPresent(found -> holders.add(new KeyStanding.Held(user.name(), found.active())));
                    }
                }
            }
        }
        return switch (holders.size()) {
            case 0 -> new KeyStanding.Gone(word("key.nobody"));
            case 1 -> holders.getFirst();
            default -> new KeyStanding.Ambiguous(word("key.several", holders.size()));
        };
    }

    private static Optional<KeyListing.Listed> in(List<KeyListing.Listed> keys, String id) {
        return keys.stream().filter(listed -> listed.id().equals(id)).findFirst();
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(KeySearch.class).text(key, arguments);
    }
}
