package dev.curfew.connector.aws.policy;

import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The report of last access, as IAM makes it when it is asked.
///
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateServiceLastAccessedDetails.html>
final class LiveLastAccess {
    private static final Messages MESSAGES = Messages.of(LiveLastAccess.class);
    private static final String GET = "GetServiceLastAccessedDetails";
    private static final String GOING_ON = "IN_PROGRESS";

    /// There are some four hundred services, and a page has up to 1,000.
    private static final int PAGES_MAX = 20;

    private final Account account;
    private final AwsClient.Waiting waiting;

    LiveLastAccess(Account account, AwsClient.Waiting waiting) {
        this.account = account;
        this.waiting = waiting;
    }

    /// @throws SourceException if AWS makes none
    LastAccess of(String arn) throws InterruptedException {
        try (AwsKey key = account.readingKey()) {
            Asking asking = new Asking(account.client(), key);
            String job = asking.one(AwsCall.read("GenerateServiceLastAccessedDetails", Map.of("Arn", arn)))
                    .text("JobId");
            AwsCall call = AwsCall.read(GET, Map.of("JobId", job, "MaxItems", "1000"));
            return whole(asking, call, made(asking, call));
        } catch (Unanswered e) {
            throw refused(e.answer().detail());
        } catch (MalformedException e) {
            throw refused(Answers.unreadable(e));
        }
    }

    private Reading made(Asking asking, AwsCall call) throws Unanswered, InterruptedException {
        Reading report = asking.until(call, answer -> !status(answer).equals(GOING_ON), waiting)
                .orElseThrow(() -> refused(GOING_ON));
        if (!status(report).equals("COMPLETED")) {
            throw refused(status(report));
        }
        return report;
    }

    private static String status(Reading report) {
        return report.text("JobStatus");
    }

    private static LastAccess whole(Asking asking, AwsCall call, Reading first)
            throws Unanswered, InterruptedException {
        Instant madeAt = first.instant("JobCreationDate");
        Map<String, Optional<Instant>> services = new TreeMap<>();
        Reading page = first;
        for (int pages = 1; ; pages++) {
            services.putAll(services(page));
            Optional<String> marker = page.flag("IsTruncated") ? page.optionalText("Marker") : Optional.empty();
            if (marker.isEmpty() && madeAt != null) {
                return new LastAccess(madeAt, services);
            }
            if (marker.isEmpty() || pages == PAGES_MAX) {
                throw new MalformedException(Problem.BAD_VALUE, page.place(), GET);
            }
            page = asking.one(call.with("Marker", marker.get()));
        }
    }

    private static Map<String, Optional<Instant>> services(Reading page) {
        Map<String, Optional<Instant>> services = new HashMap<>();
        page.list("ServicesLastAccessed", Reading::of)
                .forEach(service -> services.put(
                        service.text("ServiceNamespace"), Optional.ofNullable(service.instant("LastAuthenticated"))));
        return services;
    }

    private static SourceException refused(String why) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("report.live", why));
    }
}
