package dev.curfew.app.console.screen.inventory.timebox;

import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.screen.inventory.deed.DeedsDialog;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.timebox.Boxed;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The ends that were put on standing access.
public final class TimeBoxesDialog extends DeedsDialog<Boxed> {
    public TimeBoxesDialog(Session session) {
        super(session, Messages.of(TimeBoxesDialog.class), "timeboxes", Material2OutlinedMZ.TIMER);
    }

    @Override
    protected List<Boxed> all() {
        return session().desk().timeBoxes().all();
    }

    @Override
    protected String name(Boxed one) {
        return one.box().access().text();
    }

    @Override
    protected List<Node> said(Boxed one) {
        return List.of(
                BoxWords.stage(one),
                WrappedLabel.muted(BoxWords.enforced(one.enforcement())),
                WrappedLabel.muted(BoxWords.by(one)),
                WrappedLabel.muted(one.reason()));
    }

    @Override
    protected String undo(Boxed one) {
        return BoxWords.undo(one);
    }

    @Override
    protected Enum<?> stage(Boxed one) {
        return one.stage();
    }

    @Override
    protected Boxed rollback(OfficerLogin login, Boxed one) throws InterruptedException {
        return session().desk().timeBoxes().rollback(login, one.id());
    }
}
