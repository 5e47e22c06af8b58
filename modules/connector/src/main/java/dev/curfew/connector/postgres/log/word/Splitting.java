package dev.curfew.connector.postgres.log.word;

import java.util.ArrayList;
import java.util.List;

/// Parts what was sent at once into statements.
public final class Splitting {

    private Splitting() {}

    /// A function's body may be statements between `BEGIN ATOMIC` and `END`, in which `CASE` has an `END` too.
    public static List<List<Token>> of(List<Token> tokens) {
        List<List<Token>> all = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean begins = token.is("atomic") && i > 0 && tokens.get(i - 1).is("begin");
            if (begins || (depth > 0 && token.is("case"))) {
                depth++;
            } else if (depth > 0 && token.is("end")) {
                depth--;
            }
            if (depth == 0 && token.isSign(';')) {
                add(all, current);
                current = new ArrayList<>();
            } else {
                current.add(token);
            }
        }
        add(all, current);
        return all;
    }

    private static void add(List<List<Token>> all, List<Token> statement) {
        if (!statement.isEmpty()) {
            all.add(statement);
        }
    }
}
