package dev.curfew.app.console.screen.inventory;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.lifecycle.Lifecycle;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.layout.ActionLine;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Coverages;
import dev.curfew.app.console.component.state.FindingWords;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.PrettyJson;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.inventory.signal.RiskSection;
import dev.curfew.app.console.screen.inventory.timeline.TimelineSection;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.inventory.EntityDetail;
import dev.curfew.app.usecase.inventory.EntityDetail.Held;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// One thing in full: who answers for it, what it holds, and where all that was read.
final class InspectorView {

    private static final Messages MESSAGES = Messages.of(InspectorView.class);

    /// A longer list goes on in the source document below it.
    private static final int LINES_MAX = 40;

    private static final int DOCUMENT_ROWS_MAX = 24;

    private final Session session;
    private final VBox box = new VBox();
    private @Nullable TimelineSection timeline;

    InspectorView(Session session) {
        this.session = session;
        box.getStyleClass().add("inspector-content");
    }

    VBox node() {
        return box;
    }

    void show(Inspected inspected) {
        EntityDetail detail = inspected.detail();
        Instant now = session.pulse().now().get();
        List<Node> parts = new ArrayList<>();
        parts.add(head(detail));
        List<Action> next = PanelActions.of(session, detail);
        if (!next.isEmpty()) {
            parts.add(actions(next));
        }
        detail.line().ifPresent(line -> findings(line.findings(), parts));
        inspected.risk().map(risk -> RiskSection.of(session, risk, now)).ifPresent(parts::add);
        parts.add(facts(inspected, now));
        if (!detail.credentials().isEmpty()) {
            parts.add(credentials(detail.credentials(), now));
        }
        if (!detail.held().isEmpty()) {
            parts.add(grants(detail.held()));
        }
        timeline(detail).ifPresent(parts::add);
        parts.add(evidence(inspected, now));
        parts.add(document(detail.fact()));
        box.getChildren().setAll(parts);
    }

    /// Kept while the same one is looked at: what was asked for is not lost when the rest is read anew.
    private Optional<Node> timeline(EntityDetail detail) {
        TimelineSection shown = timeline;
        if (detail.fact() instanceof Identity || detail.fact() instanceof Credential) {
            shown = TimelineSection.of(session, detail.id(), shown);
        } else if (shown != null) {
            shown.stop();
            shown = null;
        }
        timeline = shown;
        return Optional.ofNullable(shown);
    }

    private static Node actions(List<Action> actions) {
        FlowPane line = new FlowPane();
        line.getStyleClass().add("wrapping-toolbar");
        actions.forEach(
                action -> line.getChildren().add(ActionButton.withWords(action).styled("small")));
        return line;
    }

    private Node head(EntityDetail detail) {
        Label name = new Label(name(detail.fact()));
        name.getStyleClass().add("inspector-title");
        name.setWrapText(true);
        Label id = new Label(detail.id().text());
        id.getStyleClass().addAll("code", "muted");
        id.setWrapText(true);
        HBox.setHgrow(id, Priority.ALWAYS);
        id.setMaxWidth(Double.MAX_VALUE);
        Action copy = Action.of(
                MESSAGES.text("copy.id"),
                Material2OutlinedAL.CONTENT_COPY,
                () -> session.copying().text(detail.id().text()));
        HBox line = new HBox(id, ActionButton.iconOnly(copy));
        line.getStyleClass().add("joined");
        line.setAlignment(Pos.TOP_LEFT);
        return new VBox(name, line);
    }

    private static void findings(List<Finding> findings, List<Node> parts) {
        if (findings.isEmpty()) {
            return;
        }
        VBox lines = new VBox();
        lines.getStyleClass().add("lines");
        for (Finding finding : findings) {
            Label sentence = new Label(finding.sentence());
            sentence.setWrapText(true);
            sentence.setMinHeight(Region.USE_PREF_SIZE);
            lines.getChildren().add(new VBox(FindingWords.chip(finding), sentence));
        }
        parts.add(new Section(MESSAGES.text("findings", findings.size()), lines));
    }

    private static Node facts(Inspected inspected, Instant now) {
        Facts facts = new Facts();
        switch (inspected.detail().fact()) {
            case Identity identity -> identity(facts, identity, inspected, now);
            case Credential credential -> credential(facts, credential, now);
            case Policy policy -> facts.add(MESSAGES.text("kind"), Words.kind(policy.kind()));
            case dev.curfew.model.estate.Resource resource -> {
                facts.add(MESSAGES.text("kind"), Words.kind(resource.kind()));
                tags(facts, resource.tags());
            }
            case dev.curfew.model.estate.Grant _,
                    dev.curfew.model.estate.Membership _,
                    dev.curfew.model.estate.Trust _ -> {}
        }
        return new Section(MESSAGES.text("facts"), facts);
    }

    private static void identity(Facts facts, Identity identity, Inspected inspected, Instant now) {
        facts.add(MESSAGES.text("kind"), Words.kind(identity.kind()));
        inspected.lifecycle().ifPresent(it -> facts.add(MESSAGES.text("lifecycle"), lifecycle(it, now)));
        facts.add(MESSAGES.text("owner"), Words.owner(identity.ownership()) + ownerEvidence(identity.ownership()));
        inspected.said().ifPresent(word -> facts.add(MESSAGES.text("said"), AskAction.words(word, now)));
        facts.add(MESSAGES.text("created"), created(identity.createdAt(), now));
        facts.add(MESSAGES.text("use"), Words.usage(identity.usage(), now));
        facts.add(MESSAGES.text("use.evidence"), Words.evidence(identity.usage()));
        tags(facts, identity.tags());
    }

    private static String lifecycle(Lifecycle lifecycle, Instant now) {
        String state = MESSAGES.text("lifecycle." + lifecycle.state());
        return lifecycle.since() == null
                ? MESSAGES.text("lifecycle.moved", state, lifecycle.movedBy())
                : MESSAGES.text("lifecycle.since", state, lifecycle.movedBy(), Words.relative(lifecycle.since(), now));
    }

    private static void credential(Facts facts, Credential credential, Instant now) {
        facts.add(MESSAGES.text("kind"), Words.kind(credential.kind()));
        facts.add(MESSAGES.text("active"), MESSAGES.text(credential.active() ? "active.yes" : "active.no"));
        facts.add(MESSAGES.text("created"), created(credential.createdAt(), now));
        facts.add(MESSAGES.text("ends"), Words.expiry(credential.expiry(), now));
        facts.add(MESSAGES.text("use"), Words.usage(credential.usage(), now));
        facts.add(MESSAGES.text("use.evidence"), Words.evidence(credential.usage()));
        tags(facts, credential.attributes());
    }

    private static String created(@Nullable Instant at, Instant now) {
        return at == null ? MESSAGES.text("created.unknown") : Words.day(at) + ", " + Words.relative(at, now);
    }

    private static String ownerEvidence(Ownership ownership) {
        return ownership.evidence().isEmpty() ? "" : MESSAGES.text("owner.by", ownership.evidence());
    }

    private static void tags(Facts facts, Map<String, String> tags) {
        new TreeMap<>(tags).forEach(facts::add);
    }

    private Node credentials(List<Credential> credentials, Instant now) {
        VBox lines = new VBox();
        lines.getStyleClass().add("lines");
        credentials.stream().limit(LINES_MAX).forEach(it -> {
            Label id = new Label(it.id().nativeId());
            id.getStyleClass().add("code");
            Label words = new Label(MESSAGES.text(
                    it.active() ? "credential" : "credential.off",
                    Words.kind(it.kind()),
                    Words.expiry(it.expiry(), now)));
            words.getStyleClass().add("muted");
            words.setWrapText(true);
            VBox said = new VBox(id, words);
            List<Action> rotate = RotateAction.of(session, it).stream().toList();
            lines.getChildren().add(new ActionLine(said, rotate));
        });
        return new Section(MESSAGES.text("credentials", credentials.size()), lines);
    }

    private static Node grants(List<Held> held) {
        VBox lines = new VBox();
        lines.getStyleClass().add("lines");
        held.stream().limit(LINES_MAX).forEach(it -> {
            Label policy = new Label(
                    it.policy().map(Policy::name).orElse(it.grant().policy().nativeId()));
            boolean own = it.through().equals(it.grant().subject());
            String how = MESSAGES.text("grant." + it.grant().role());
            Label words = new Label(
                    own ? how : MESSAGES.text("grant.through", how, it.through().nativeId()));
            words.getStyleClass().add("muted");
            VBox line = new VBox(policy, words);
            if (it.policy().isEmpty()) {
                line.getChildren().add(Chip.of(Tone.UNKNOWN, MESSAGES.text("grant.unread")));
            }
            lines.getChildren().add(line);
        });
        return new Section(MESSAGES.text("grants", held.size()), lines);
    }

    private static Node evidence(Inspected inspected, Instant now) {
        Provenance provenance = inspected.detail().fact().provenance();
        Facts facts = new Facts()
                .add(MESSAGES.text("source"), inspected.detail().id().source().value())
                .add(MESSAGES.text("scope"), provenance.scope())
                .add(MESSAGES.text("origin"), provenance.origin());
        inspected
                .coverage()
                .ifPresentOrElse(
                        coverage -> {
                            facts.add(MESSAGES.text("read"), Coverages.chip(coverage.state()));
                            facts.add(MESSAGES.text("age"), Words.relative(coverage.at(), now));
                            facts.add(MESSAGES.text("gap"), coverage.detail());
                        },
                        () -> facts.add(MESSAGES.text("read"), Chip.of(Tone.UNKNOWN, MESSAGES.text("read.unknown"))));
        return new Section(MESSAGES.text("evidence"), facts);
    }

    private static Node document(Fact fact) {
        String text = fact instanceof Policy policy
                ? policy.text()
                : fact.provenance().document();
        String pretty = PrettyJson.of(text);
        TextArea area = new TextArea(pretty);
        area.setEditable(false);
        area.getStyleClass().addAll("code", "document");
        area.setAccessibleText(MESSAGES.text("document"));
        area.setPrefColumnCount(1);
        area.setPrefRowCount((int) Math.min(DOCUMENT_ROWS_MAX, pretty.lines().count() + 1));
        return new Section(MESSAGES.text("document"), area);
    }

    private static String name(Fact fact) {
        return switch (fact) {
            case Identity it -> it.name();
            case Credential it -> it.name().isBlank() ? it.id().nativeId() : it.name();
            case Policy it -> it.name();
            case dev.curfew.model.estate.Resource it -> it.name();
            case dev.curfew.model.estate.Grant it -> it.key();
            case dev.curfew.model.estate.Membership it -> it.key();
            case dev.curfew.model.estate.Trust it -> it.key();
        };
    }
}
