package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsRequest;
import dev.curfew.connector.tree.JsonInput;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import dev.curfew.connector.tree.XmlInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Asks one account's services with one key. Every method throws [Unanswered] for what is no answer, and
/// [MalformedException] for one that cannot be read. Safe for many threads.
public final class Asking {
    private static final int NOT_FOUND = 404;

    /// Reports take IAM seconds.
    private static final int ASKED_MAX = 10;

    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration WAIT_MAX = Duration.ofSeconds(4);

    private final AwsClient client;
    private final AwsKey key;

    public Asking(AwsClient client, AwsKey key) {
        this.client = client;
        this.key = key;
    }

    /// A list that comes page by page.
    ///
    /// @param list what it is called in an answer
    /// @param next in an answer, before the next page
    /// @param token in the question for the next page
    public record Pages(AwsRequest first, String list, String next, String token) {}

    /// As above, where both are called the same.
    public static Pages pages(AwsRequest first, String list, String token) {
        return new Pages(first, list, token, token);
    }

    /// The same account, asked in another region.
    public Asking in(String region) {
        return new Asking(client.in(region), key);
    }

    /// How many calls are worth making at once.
    public int callsMax() {
        return client.callsMax();
    }

    public Reading one(AwsRequest request) throws Unanswered, InterruptedException {
        return read(request, body(request));
    }

    /// As it came; empty where there is no such thing.
    public Optional<String> text(AwsRequest request) throws Unanswered, InterruptedException {
        AwsAnswer answer = client.call(request, key);
        return isAbsent(answer) ? Optional.empty() : Optional.of(body(answer));
    }

    /// Empty where there is no such thing.
    public Optional<Reading> find(AwsRequest request) throws Unanswered, InterruptedException {
        return text(request).map(body -> read(request, body));
    }

    /// Asks again, less and less often, until what AWS makes meanwhile is there.
    ///
    /// @return empty if it is not after ten questions, that wait 21 s in all
    public Optional<Reading> until(AwsRequest request, Predicate<Reading> isThere, AwsClient.Waiting waiting)
            throws Unanswered, InterruptedException {
        Duration wait = FIRST_WAIT;
        for (int asked = 1; asked <= ASKED_MAX; asked++) {
            Reading answer = one(request);
            if (isThere.test(answer)) {
                return Optional.of(answer);
            }
            if (asked < ASKED_MAX) {
                waiting.pass(wait);
                wait = wait.compareTo(WAIT_MAX) < 0 ? wait.multipliedBy(2) : WAIT_MAX;
            }
        }
        return Optional.empty();
    }

    public List<Node> all(Pages pages) throws Unanswered, InterruptedException {
        List<Node> items = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        AwsRequest request = pages.first();
        while (true) {
            Reading page = one(request);
            items.addAll(page.list(pages.list(), node -> node));
            Optional<String> next = page.optionalText(pages.next());
            if (next.isEmpty()) {
                return items;
            }
            if (!tokens.add(next.get())) {
                throw new MalformedException(Problem.DUPLICATE, page.place(), pages.next());
            }
            request = pages.first().with(pages.token(), next.get());
        }
    }

    private String body(AwsRequest request) throws Unanswered, InterruptedException {
        return body(client.call(request, key));
    }

    private static String body(AwsAnswer answer) throws Unanswered {
        if (answer instanceof AwsAnswer.Done done) {
            return done.body();
        }
        throw new Unanswered(answer);
    }

    /// Services that go by paths say so by the status alone.
    private static boolean isAbsent(AwsAnswer answer) {
        return Answers.is(answer, AwsError.NO_SUCH_ENTITY)
                || (answer instanceof AwsAnswer.Foreign foreign && foreign.status() == NOT_FOUND);
    }

    /// The Query protocol wraps its answers once more.
    private static Reading read(AwsRequest request, String body) {
        if (body.stripLeading().startsWith("{")) {
            return Reading.of(JsonInput.parse(body));
        }
        Reading root = Reading.of(XmlInput.readAny(body));
        return root.find(request.action() + "Result").map(Reading::of).orElse(root);
    }
}
