package dev.curfew.app.cli.terminal;

import dev.curfew.model.connection.Secret;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

/// What stands on the other side of the command line: a person, a pipe, a test.
public interface Terminal {

    /// Answers only: what a script reads.
    PrintWriter out();

    /// Why some of what was written to [#out] is lost. Empty if nothing is, or if whoever read it has gone and wants no
    /// more.
    Optional<String> lost();

    /// Progress, notes, failures.
    PrintWriter err();

    InputStream in();

    Map<String, String> environment();

    /// Whether a person sees what is written to [#err] and can be asked.
    boolean interactive();

    /// Characters a line of [#out] has; empty where nobody looks and lines may be as long as they are.
    Optional<Integer> width();

    /// Whether [#out] may be coloured.
    boolean colours();

    /// Asks for something that is not shown while it is typed; empty if nobody can be asked.
    Optional<Secret> ask(String prompt);
}
