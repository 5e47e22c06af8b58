package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.details.Arns;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import dev.curfew.connector.tree.XmlInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// IAM's lists of users and of their keys, page by page.
public final class KeyListing {
    private static final String PAGE_ITEMS = "1000";

    private final AwsClient client;
    private final AwsKey key;

    public KeyListing(AwsClient client, AwsKey key) {
        this.client = client;
        this.key = key;
    }

    /// @param createdAt null where IAM does not say
    public record Listed(
            String id,
            String userName,
            boolean active,
            @Nullable Instant createdAt) {}

    /// @param passwordLastUsed null where IAM names no use
    public record User(String name, String arn, @Nullable Instant passwordLastUsed) {}

    /// All of a list, or AWS's answer instead of one of its pages.
    public sealed interface Result<T> {
        record All<T>(List<T> items) implements Result<T> {}

        record Not<T>(AwsAnswer answer) implements Result<T> {}
    }

    /// @throws MalformedException if an answer is not what it should be
    public Result<Listed> keysOf(String userName) throws InterruptedException {
        AwsCall call = AwsCall.read("ListAccessKeys", Map.of("UserName", userName, "MaxItems", PAGE_ITEMS));
        return all(call, "AccessKeyMetadata", KeyListing::listed);
    }

    /// @throws MalformedException if an answer is not what it should be
    public Result<User> users() throws InterruptedException {
        return all(AwsCall.read("ListUsers", Map.of("MaxItems", PAGE_ITEMS)), "Users", KeyListing::user);
    }

    private <T> Result<T> all(AwsCall first, String list, Function<Reading, T> item) throws InterruptedException {
        List<T> items = new ArrayList<>();
        Set<String> markers = new HashSet<>();
        AwsCall call = first;
        while (true) {
            AwsAnswer answer = client.call(call, key);
            if (!(answer instanceof AwsAnswer.Done done)) {
                return new Result.Not<>(answer);
            }
            Reading result = result(done.body(), first.action());
            items.addAll(result.list(list, node -> item.apply(Reading.of(node))));
            Optional<String> marker = result.flag("IsTruncated") ? result.optionalText("Marker") : Optional.empty();
            if (marker.isEmpty()) {
                return new Result.All<>(items);
            }
            if (!markers.add(marker.get())) {
                throw new MalformedException(Problem.DUPLICATE, result.place(), "Marker");
            }
            call = first.with("Marker", marker.get());
        }
    }

    /// What is inside `<ActionResponse><ActionResult>`.
    public static Reading result(String xml, String action) {
        Node result = XmlInput.read(xml, action + "Response").require(action + "Result");
        return Reading.of(result);
    }

    private static Listed listed(Reading key) {
        String id = key.text("AccessKeyId");
        if (!AwsKey.isId(id)) {
            throw new MalformedException(Problem.BAD_VALUE, key.place(), "AccessKeyId");
        }
        return new Listed(id, key.text("UserName"), key.text("Status").equals("Active"), key.instant("CreateDate"));
    }

    private static User user(Reading user) {
        return new User(user.text("UserName"), Arns.require(user, "user"), user.instant("PasswordLastUsed"));
    }
}
