package dev.curfew.app.cli.breakglass;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Printer;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.governance.officer.Believed;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists break-glass paths: when each is due, how its drills went, what is wrong with it.
@Command(name = "list")
public final class DrillListCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--fail-on-due")
    private boolean failOnDue;

    public DrillListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Believed<BreakGlassCase> kept = invocation.desk().breakGlasses().kept();
        List<BreakGlassCase> all = kept.all();
        Printer printer = invocation.printer();
        printer.list(PathListing.LISTING, all);
        for (BreakGlassCase one : all) {
            one.shared().forEach(sentence -> printer.note(finding(one, sentence)));
            one.doubts().forEach(sentence -> printer.failure(finding(one, sentence)));
        }
        kept.doubts().forEach(printer::failure);
        boolean wrong = !kept.doubts().isEmpty()
                || all.stream()
                        .anyMatch(one -> one.needsSomebody(invocation.clock().instant()));
        return failOnDue && wrong ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private static String finding(BreakGlassCase one, String sentence) {
        return Messages.of(DrillListCommand.class).text("finding", one.path().name(), sentence);
    }
}
