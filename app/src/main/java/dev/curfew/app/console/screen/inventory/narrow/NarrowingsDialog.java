package dev.curfew.app.console.screen.inventory.narrow;

import dev.curfew.app.console.component.text.DiffView;
import dev.curfew.app.console.component.text.PrettyJson;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.screen.inventory.deed.DeedsDialog;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.narrowing.Narrowing;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// The policies that were narrowed or are announced to be.
public final class NarrowingsDialog extends DeedsDialog<Narrowing> {
    public NarrowingsDialog(Session session) {
        super(session, Messages.of(NarrowingsDialog.class), "narrowings", Material2OutlinedAL.CONTENT_CUT);
    }

    @Override
    protected List<Narrowing> all() {
        return session().desk().narrowings().all();
    }

    @Override
    protected String name(Narrowing one) {
        return one.policy().text();
    }

    @Override
    protected List<Node> said(Narrowing one) {
        return List.of(
                NarrowWords.stage(one), WrappedLabel.muted(NarrowWords.by(one)), WrappedLabel.muted(one.reason()));
    }

    @Override
    protected String undo(Narrowing one) {
        return NarrowWords.undo(one);
    }

    @Override
    protected Enum<?> stage(Narrowing one) {
        return one.stage();
    }

    @Override
    protected List<Node> shown(Narrowing one) {
        return List.of(new DiffView(
                PrettyJson.of(one.text()), PrettyJson.of(one.prior().text())));
    }

    @Override
    protected Narrowing rollback(OfficerLogin login, Narrowing one) throws InterruptedException {
        return session().desk().narrowings().rollback(login, one.id());
    }
}
