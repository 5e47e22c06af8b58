package dev.curfew.connector.aws.details;

import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Place;
import dev.curfew.connector.tree.Reading;
import dev.curfew.connector.tree.XmlInput;
import java.util.Optional;

/// Reads one page of the API's answer. IAM names things in XML as the command line does in JSON.
public final class AccountDetailsXml {
    private final XmlInput input;
    private final AccountDetails.Builder details;
    private boolean truncated;
    private String marker = "";

    private AccountDetailsXml(XmlInput input, AccountDetails.Builder details) {
        this.input = input;
        this.details = details;
    }

    /// @param details to add to
    /// @return the marker of the next page; empty after the last
    /// @throws MalformedException where the answer is not what it should be; what came before is in `details`
    public static Optional<String> read(String xml, AccountDetails.Builder details) {
        try (XmlInput input = XmlInput.of(xml)) {
            return new AccountDetailsXml(input, details).read();
        }
    }

    private Optional<String> read() {
        Place document = input.openRoot("GetAccountAuthorizationDetailsResponse");
        for (String name = input.nextChild(); name != null; name = input.nextChild()) {
            if (name.equals("GetAccountAuthorizationDetailsResult")) {
                readResult(input.place(document, name));
            } else {
                input.childValue(document, name);
            }
        }
        return truncated && !marker.isEmpty() ? Optional.of(marker) : Optional.empty();
    }

    private void readResult(Place result) {
        for (String name = input.nextChild(); name != null; name = input.nextChild()) {
            Section section = Section.named(name).orElse(null);
            if (section != null) {
                readSection(section, input.place(result, name));
                continue;
            }
            Node value = input.childValue(result, name);
            switch (name) {
                case "IsTruncated" -> truncated = Reading.flagOf(value);
                case "Marker" -> marker = Reading.textOf(value);
                default -> {}
            }
        }
    }

    private void readSection(Section section, Place list) {
        details.present(section);
        int index = 0;
        for (String name = input.nextChild(); name != null; name = input.nextChild()) {
            add(section, input.itemValue(list, index));
            index++;
        }
    }

    /// One odd item must not hide an account: live, nobody can mend a file and read it again.
    private void add(Section section, Node item) {
        try {
            DetailMapping.add(section, item, details);
        } catch (MalformedException e) {
            details.unreadable(section, e.sentence());
        }
    }
}
