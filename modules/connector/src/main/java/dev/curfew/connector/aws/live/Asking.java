package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.tree.JsonInput;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Asks those of one account's services that speak JSON, with one key. Every method throws [Unanswered] for what is no
/// answer, and [MalformedException] for one that cannot be read. Safe for many threads.
public final class Asking {
    private final AwsClient client;
    private final AwsKey key;

    public Asking(AwsClient client, AwsKey key) {
        this.client = client;
        this.key = key;
    }

    public Reading one(AwsJsonCall call) throws Unanswered, InterruptedException {
        return read(client.call(call, key));
    }

    /// Empty where there is no such thing.
    public Optional<Reading> find(AwsJsonCall call) throws Unanswered, InterruptedException {
        AwsAnswer answer = client.call(call, key);
        return Answers.is(answer, AwsError.NO_SUCH_ENTITY) ? Optional.empty() : Optional.of(read(answer));
    }

    /// A list that comes page by page.
    ///
    /// @param list what it is called in an answer
    /// @param token what the next page is called, in an answer and in the question for it
    public List<Node> all(AwsJsonCall first, String list, String token) throws Unanswered, InterruptedException {
        List<Node> items = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        AwsJsonCall call = first;
        while (true) {
            Reading page = one(call);
            items.addAll(page.list(list, node -> node));
            Optional<String> next = page.optionalText(token);
            if (next.isEmpty()) {
                return items;
            }
            if (!tokens.add(next.get())) {
                throw new MalformedException(Problem.DUPLICATE, page.place(), token);
            }
            call = first.with(token, next.get());
        }
    }

    private static Reading read(AwsAnswer answer) throws Unanswered {
        if (answer instanceof AwsAnswer.Done done) {
            return Reading.of(JsonInput.parse(done.body()));
        }
        throw new Unanswered(answer);
    }
}
