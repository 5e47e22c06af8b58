package dev.curfew.connector.aws.report;

import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Part;
import dev.curfew.connector.aws.live.Scoped;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.observation.Coverage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// IAM's credential report, for what no list of IAM tells: the password and the access keys of the account's root user,
/// which no policy limits, and whether it signs in with a second factor. When users' keys were last used it tells where
/// that may not be asked of each.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html>
public final class CredentialReport implements Part {
    private static final String SCOPE = "credential-report";
    private static final String ROOT = "<root_account>";

    /// One of the last four hours is given again.
    private static final AwsCall GENERATE = AwsCall.read("GenerateCredentialReport", Map.of());

    private final Account account;
    private final AwsClient.Waiting waiting;

    public CredentialReport(Account account, AwsClient.Waiting waiting) {
        this.account = account;
        this.waiting = waiting;
    }

    @Override
    public List<Coverage> read(Asking asking, FactSet facts) throws InterruptedException {
        return List.of(Scoped.read(account, SCOPE, () -> {
            // one that is not there by now is asked for all the same, and what that says counts
            asking.until(GENERATE, answer -> answer.text("State").equals("COMPLETE"), waiting);
            Reading answer = asking.one(AwsCall.read("GetCredentialReport", Map.of()));
            List<ReportRow> rows = rows(text(answer), answer);
            List<ReportRow> root =
                    rows.stream().filter(row -> row.cell("user").equals(ROOT)).toList();
            root.forEach(row -> facts.addAll(new RootUser(account.source(), SCOPE, row).credentials()));
            facts.addAll(new UserKeys(byUser(rows)).told(facts.all(Credential.class)));
            return root.size();
        }));
    }

    private static String text(Reading answer) {
        try {
            return new String(Base64.getMimeDecoder().decode(answer.text("Content")), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new MalformedException(Problem.BAD_VALUE, answer.place(), "Content");
        }
    }

    private static Map<String, ReportRow> byUser(List<ReportRow> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.cell("arn"), row -> row, (one, _) -> one));
    }

    /// One of a user whose name has a comma is left out: its cells could not be told apart.
    ///
    /// @throws MalformedException if that is so of the root user's, whose password and keys would pass for absent
    private static List<ReportRow> rows(String csv, Reading answer) {
        List<String[]> lines = csv.lines().map(line -> line.split(",", -1)).toList();
        if (lines.isEmpty() || !lines.getFirst()[0].equals("user")) {
            throw new MalformedException(Problem.BAD_VALUE, answer.place(), "Content");
        }
        String[] names = lines.getFirst();
        return lines.stream()
                .skip(1)
                .filter(line -> isWhole(line, names.length, answer))
                .map(line -> row(names, line))
                .toList();
    }

    private static boolean isWhole(String[] line, int columns, Reading answer) {
        boolean isWhole = line.length == columns;
        if (!isWhole && line[0].equals(ROOT)) {
            throw new MalformedException(Problem.BAD_VALUE, answer.place(), "Content");
        }
        return isWhole;
    }

    private static ReportRow row(String[] names, String[] line) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            cells.put(names[i], line[i]);
        }
        return new ReportRow(cells);
    }
}
