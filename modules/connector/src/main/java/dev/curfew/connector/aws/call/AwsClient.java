package dev.curfew.connector.aws.call;

import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/// Calls one account's services.
public final class AwsClient {
    /// IAM throttles with status 400, which no HTTP client tries again by itself. Five tries wait 7.5 s in all.
    private static final int TRIES_THROTTLED_MAX = 5;

    /// A server that stumbled may stand at the next try; one that cannot
    /// do a thing at all will not.
    private static final int TRIES_FAILED_MAX = 2;

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final Http http;
    private final AwsAddresses addresses;
    private final AwsSignature signature;
    private final Waiting waiting;

    /// Lets time pass between two tries.
    @FunctionalInterface
    public interface Waiting {
        void pass(Duration time) throws InterruptedException;
    }

    public AwsClient(Http http, AwsAddresses addresses, Clock clock, Waiting waiting) {
        this(http, addresses, new AwsSignature(clock), waiting);
    }

    private AwsClient(Http http, AwsAddresses addresses, AwsSignature signature, Waiting waiting) {
        this.http = http;
        this.addresses = addresses;
        this.signature = signature;
        this.waiting = waiting;
    }

    /// The same account's, asked in another region.
    public AwsClient in(String region) {
        return new AwsClient(http, addresses.in(region), signature, waiting);
    }

    /// How many calls are worth making at once.
    public int callsMax() {
        return http.requestsMax();
    }

    public AwsAnswer call(AwsRequest call, AwsKey key) throws InterruptedException {
        Duration wait = FIRST_WAIT;
        for (int tries = 1; ; tries++) {
            AwsAnswer answer = callOnce(call, key);
            if (!call.repeatable() || tries >= triesMax(answer)) {
                return answer;
            }
            waiting.pass(wait);
            wait = wait.multipliedBy(2);
        }
    }

    /// What the HTTP client tries again by itself (429, 503, a broken connection) has had its tries.
    private static int triesMax(AwsAnswer answer) {
        return switch (answer) {
            case AwsAnswer.Failed failed
            when failed.error() == AwsError.THROTTLED -> failed.status() == BAD_REQUEST ? TRIES_THROTTLED_MAX : 1;
            case AwsAnswer.Failed failed -> failed.status() == SERVER_ERROR ? TRIES_FAILED_MAX : 1;
            case AwsAnswer.Foreign foreign -> foreign.status() == SERVER_ERROR ? TRIES_FAILED_MAX : 1;
            case AwsAnswer.Done _, AwsAnswer.None _ -> 1;
        };
    }

    /// Without a signature, once: what carries its own proof.
    public AwsAnswer unsigned(AwsService service, Function<Endpoint, Call> call) throws InterruptedException {
        return answer(http.send(call.apply(addresses.of(service))));
    }

    private AwsAnswer callOnce(AwsRequest call, AwsKey key) throws InterruptedException {
        return answer(http.send(signature.sign(call, addresses, key)));
    }

    private static AwsAnswer answer(HttpOutcome outcome) {
        return switch (outcome) {
            case HttpOutcome.Answered answer
            when answer.meaning() == HttpOutcome.Meaning.DONE -> new AwsAnswer.Done(answer.body());
            case HttpOutcome.Answered answer -> AwsErrorText.read(answer);
            case HttpOutcome.Unanswered none -> new AwsAnswer.None(isConnected(none.reason()), none.detail());
        };
    }

    private static boolean isConnected(HttpOutcome.Reason reason) {
        return switch (reason) {
            case UNREACHABLE, NOT_DIALLED, UNTRUSTED -> false;
            case TIMED_OUT, BROKEN_OFF, TOO_LARGE -> true;
        };
    }
}
