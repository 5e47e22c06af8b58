package dev.curfew.connector.cartography;

import java.util.List;
import java.util.Optional;

/// The labels of nodes that are translated, as Cartography's schema names them.
enum Label {
    USER("AWSUser"),
    GROUP("AWSGroup"),
    ROLE("AWSRole"),
    POLICY("AWSPolicy", "AWSManagedPolicy AWSInlinePolicy"),
    STATEMENT("AWSPolicyStatement"),
    KEY("AWSAccountAccessKey", "AccountAccessKey"),
    TAG("AWSTag"),
    SERVICE("AWSServicePrincipal"),
    FEDERATED("AWSFederatedPrincipal"),
    ROOT("AWSRootPrincipal"),
    /// Another account's, of which no more is known; each of those above has this label too.
    PRINCIPAL("AWSPrincipal"),
    ACCOUNT("AWSAccount");

    private final String name;

    /// What older or newer versions of Cartography call the same, with a space between.
    private final String others;

    Label(String name) {
        this(name, "");
    }

    Label(String name, String others) {
        this.name = name;
        this.others = others;
    }

    private boolean isCalled(String label) {
        return name.equals(label) || List.of(others.split(" ", -1)).contains(label);
    }

    /// The first of these that a node has; empty where it is something else.
    static Optional<Label> of(List<String> labels) {
        for (Label label : values()) {
            if (labels.stream().anyMatch(label::isCalled)) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }
}
