package dev.curfew.connector.aws.report;

import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Part;
import dev.curfew.connector.aws.live.Scoped;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.observation.Coverage;
import java.util.List;

/// IAM's credential report, for what no list of IAM tells: the password and the access keys of the account's root user,
/// which no policy limits, and whether it signs in with a second factor. When users' keys were last used it tells where
/// that may not be asked of each.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html>
public final class CredentialReport implements Part {
    private static final String SCOPE = "credential-report";

    private final Account account;
    private final AwsClient.Waiting waiting;

    public CredentialReport(Account account, AwsClient.Waiting waiting) {
        this.account = account;
        this.waiting = waiting;
    }

    @Override
    public List<Coverage> read(Asking asking, FactSet facts) throws InterruptedException {
        return List.of(Scoped.read(account, SCOPE, () -> {
            List<ReportRow> rows = ReportRows.of(asking, waiting);
            List<ReportRow> root = rows.stream()
                    .filter(row -> row.cell("user").equals(ReportRows.ROOT))
                    .toList();
            root.forEach(row -> facts.addAll(new RootUser(account.source(), SCOPE, row).credentials()));
            facts.addAll(UserKeys.of(rows).told(facts.all(Credential.class)));
            return root.size();
        }));
    }
}
