package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.details.AccountDetails;
import dev.curfew.connector.aws.details.AccountDetailsXml;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All pages of the account authorization details, or those before one failed.
final class DetailPages {
    /// Larger pages are slower to come than the next page is to ask for; IAM allows 1,000.
    private static final String PAGE_ITEMS = "500";

    /// Ten times IAM's largest account (5,000 users, 10,000 roles by raised quota), page by smallest page.
    private static final int PAGES_MAX = 20_000;

    private final AwsClient client;
    private final AwsKey key;
    private final Progress progress;
    private final AccountDetails.Builder details = new AccountDetails.Builder();
    private int pages;
    private @Nullable AwsAnswer failure;
    private @Nullable String unreadable;

    DetailPages(AwsClient client, AwsKey key, Progress progress) {
        this.client = client;
        this.key = key;
        this.progress = progress;
    }

    void read() throws InterruptedException {
        AwsCall first = AwsCall.read("GetAccountAuthorizationDetails", Map.of("MaxItems", PAGE_ITEMS));
        Set<String> markers = new HashSet<>();
        Optional<String> marker = page(first);
        while (marker.isPresent()) {
            if (!markers.add(marker.get()) || pages >= PAGES_MAX) {
                // A server that goes in circles would keep us for ever.
                unreadable = Messages.of(DetailPages.class).text("pages.circle");
                return;
            }
            marker = page(first.with("Marker", marker.get()));
        }
    }

    private Optional<String> page(AwsCall call) throws InterruptedException {
        AwsAnswer answer = client.call(call, key);
        if (!(answer instanceof AwsAnswer.Done done)) {
            failure = answer;
            return Optional.empty();
        }
        try {
            Optional<String> next = AccountDetailsXml.read(done.body(), details);
            pages++;
            progress.at(Messages.of(DetailPages.class).text("stage.details"), pages, next.isPresent() ? -1 : pages);
            return next;
        } catch (MalformedException e) {
            unreadable = Answers.unreadable(e);
            return Optional.empty();
        }
    }

    /// What was read before the first failure.
    AccountDetails details() {
        return details.build();
    }

    /// AWS's answer instead of a page.
    Optional<AwsAnswer> failure() {
        return Optional.ofNullable(failure);
    }

    boolean isWhole() {
        return failure == null && unreadable == null;
    }

    /// Of each list, where not all was read.
    CoverageState state() {
        if (pages > 0) {
            return CoverageState.PARTIAL;
        }
        return failure == null ? CoverageState.FAILED : Answers.coverage(failure);
    }

    /// Why not all was read.
    String detail() {
        if (unreadable != null) {
            return unreadable;
        }
        return failure == null ? "" : failure.detail();
    }
}
