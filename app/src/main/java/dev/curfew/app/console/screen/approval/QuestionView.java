package dev.curfew.app.console.screen.approval;

import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.cases.RecheckTone;
import dev.curfew.app.console.screen.exceptions.adds.AddsView;
import dev.curfew.governance.exchange.Question;
import dev.curfew.governance.exchange.Shown;
import dev.curfew.governance.request.AskedFact;
import dev.curfew.model.text.Messages;
import javafx.scene.layout.VBox;

/// What a file from another machine asks to be signed: all of it, with what this machine worked out for itself.
final class QuestionView extends VBox {

    private static final Messages MESSAGES = Messages.of(QuestionView.class);

    QuestionView(Shown shown) {
        getStyleClass().add("form");
        setId("question");
        Question question = shown.question();
        Facts facts = new Facts();
        AskedFact.of(question.request(), Words::moment).forEach(fact -> facts.add(fact.name(), fact.value()));
        Senders.add(facts, question.sender(), MESSAGES.text("question.host"));
        getChildren()
                .addAll(
                        new Section(MESSAGES.text("question"), facts),
                        new Banner(
                                RecheckTone.of(shown.checked()),
                                MESSAGES.text(
                                        "question.checked." + shown.checked().recheck())),
                        new Section(MESSAGES.text("question.adds"), new AddsView(shown.adds(), shown.checked())));
    }
}
