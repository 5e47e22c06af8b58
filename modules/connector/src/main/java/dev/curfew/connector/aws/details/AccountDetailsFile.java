package dev.curfew.connector.aws.details;

import dev.curfew.connector.tree.JsonInput;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Place;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/// Reads what `aws iam get-account-authorization-details` prints. Refuses what is not exactly that, because an estate
/// read from half a file looks like an estate whose other half was revoked.
public final class AccountDetailsFile {
    private static final int PROGRESS_EVERY = 500;

    private static final Set<Section> IDENTITIES = Set.of(Section.USERS, Section.GROUPS, Section.ROLES);

    private final JsonInput input;
    private final Progress progress;
    private final AccountDetails.Builder details = new AccountDetails.Builder();
    private final Set<Section> present = new HashSet<>();
    private final Set<String> arns = new HashSet<>();
    private long items;

    private AccountDetailsFile(JsonInput input, Progress progress) {
        this.input = input;
        this.progress = progress;
    }

    /// @throws MalformedException where the file is not what it should be: with line, column and JSON path
    /// @throws IOException if it cannot be read
    /// @throws InterruptedException if the reading was cancelled
    public static AccountDetails read(InputStream bytes, Progress progress) throws IOException, InterruptedException {
        try (JsonInput input = JsonInput.of(bytes)) {
            return new AccountDetailsFile(input, progress).read();
        }
    }

    private AccountDetails read() throws IOException, InterruptedException {
        Place document = input.openObject(expected());
        for (String name = input.nextField(); name != null; name = input.nextField()) {
            Section section = Section.named(name).orElse(null);
            if (section != null) {
                readSection(section, document);
            } else {
                readOther(name, document);
            }
        }
        input.expectEnd();
        if (present.stream().noneMatch(IDENTITIES::contains)) {
            throw new MalformedException(Problem.FOREIGN, document, expected());
        }
        if (items == 0) {
            throw new MalformedException(Problem.EMPTY, document, "");
        }
        return details.build();
    }

    private void readSection(Section section, Place document) throws IOException, InterruptedException {
        present.add(section);
        details.present(section);
        Place list = input.openList(document, section.element());
        int index = 0;
        for (Node node = input.nextItem(list, index); node != null; node = input.nextItem(list, index)) {
            DetailMapping.add(section, node, details);
            refuseSecond(node);
            index++;
            items++;
            if (items % PROGRESS_EVERY == 0) {
                progress.at(section.scope(), index, -1);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        progress.at(section.scope(), index, index);
    }

    private void refuseSecond(Node node) {
        Node arn = Reading.of(node).require("Arn");
        if (!arns.add(Reading.textOf(arn))) {
            throw new MalformedException(
                    Problem.DUPLICATE,
                    arn.place(),
                    Messages.of(AccountDetailsFile.class).text("this.arn"));
        }
    }

    /// `IsTruncated` and `Marker` come from a page of the API, `NextToken` from the command line's `--max-items`.
    private void readOther(String name, Place document) throws IOException {
        switch (name) {
            case "IsTruncated" -> {
                if (Reading.flagOf(input.fieldValue(document, name))) {
                    details.markPartial();
                }
            }
            case "NextToken", "Marker" -> {
                if (!input.fieldValue(document, name).isNull()) {
                    details.markPartial();
                }
            }
            default -> input.skipField();
        }
    }

    private static String expected() {
        return Messages.of(AccountDetailsFile.class).text("expected.file");
    }
}
