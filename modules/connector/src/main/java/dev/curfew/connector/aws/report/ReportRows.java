package dev.curfew.connector.aws.report;

import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// IAM's credential report as it is made and fetched.
final class ReportRows {
    /// What the root user is called in it.
    static final String ROOT = "<root_account>";

    /// One of the last four hours is given again.
    private static final AwsCall GENERATE = AwsCall.read("GenerateCredentialReport", Map.of());

    private ReportRows() {}

    /// @throws MalformedException if it cannot be read
    static List<ReportRow> of(Asking asking, AwsClient.Waiting waiting) throws Unanswered, InterruptedException {
        // one that is not there by now is asked for all the same, and what that says counts
        asking.until(GENERATE, answer -> answer.text("State").equals("COMPLETE"), waiting);
        Reading answer = asking.one(AwsCall.read("GetCredentialReport", Map.of()));
        return rows(text(answer), answer);
    }

    private static String text(Reading answer) {
        try {
            return new String(Base64.getMimeDecoder().decode(answer.text("Content")), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new MalformedException(Problem.BAD_VALUE, answer.place(), "Content");
        }
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
