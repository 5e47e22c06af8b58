package dev.curfew.app.console.signin;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Pills;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.roster.chain.SignInProvider;
import dev.curfew.governance.signin.SignIn;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Asks who signs in, and by what way.
final class SignInForm extends VBox {

    private static final Messages MESSAGES = Messages.of(SignInForm.class);

    private final ObjectProperty<SignIn.How> how = new SimpleObjectProperty<>(SignIn.How.BROWSER);
    private final OfficerFields officer;

    /// @param present who did, to be shown above
    /// @param fault why the last try came to nothing; empty: there was none
    SignInForm(SignInProvider provider, List<Officer> signers, PresenceView present, String fault) {
        getStyleClass().add("form");
        officer = new OfficerFields(signers);
        Label issuer = new Label(provider.issuer().toString());
        issuer.getStyleClass().add("code");
        issuer.setWrapText(true);
        Pills<SignIn.How> ways = new Pills<>(List.of(SignIn.How.values()), way -> MESSAGES.text("how." + way), how);
        ways.setId("sign-in-how");
        if (!fault.isEmpty()) {
            getChildren().add(new Banner(Tone.BAD, fault));
        }
        getChildren()
                .addAll(
                        present,
                        Field.of(MESSAGES.text("issuer"), issuer, ""),
                        Field.of(MESSAGES.text("how"), ways, ""),
                        officer);
    }

    SignIn.How how() {
        return how.get();
    }

    OfficerLogin login() {
        return officer.take();
    }

    ObservableValue<Availability> availability() {
        return officer.availability();
    }
}
