package dev.curfew.connector.postgres.log.sql;

import dev.curfew.connector.postgres.log.query.Sensitive;
import dev.curfew.connector.postgres.log.query.Told;
import dev.curfew.connector.postgres.log.word.Words;
import dev.curfew.model.timeline.DeedKind;
import java.util.ArrayList;
import java.util.List;

/// `COPY`, in and out.
final class Copying {

    private Copying() {}

    static List<Told> told(Words words) {
        List<Told> told = new ArrayList<>();
        boolean isQuery = words.isSign('(');
        String name = "";
        if (isQuery) {
            told.addAll(Reader.asked(words.rest()));
        } else {
            words.take("binary");
            name = words.name();
        }
        words.skipBrackets();
        boolean isOut = words.take("to");
        boolean isIn = words.take("from");
        if (!isQuery) {
            told.add(
                    isIn
                            ? Told.of(DeedKind.CHANGED, "COPY " + name + " FROM")
                            : Told.of(Sensitive.kind(name), "COPY " + name + " TO"));
        }
        if ((isOut || isIn) && words.take("program")) {
            // it runs with the rights of the server itself
            told.add(Told.of(DeedKind.BECAME, "COPY PROGRAM"));
        }
        return told;
    }
}
