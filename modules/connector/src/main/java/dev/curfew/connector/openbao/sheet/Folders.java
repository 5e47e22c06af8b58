package dev.curfew.connector.openbao.sheet;

import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.sheet.Json;
import dev.curfew.connector.sheet.Parallel;
import java.util.ArrayList;
import java.util.List;

/// Walks OpenBao's lists down: a key that ends in a slash is a folder.
public final class Folders {
    /// As `Details.ITEMS_MAX`, for the same reason.
    private static final int FOLDERS_MAX = 50_000;

    private Folders() {}

    /// @param start folders, each ending in a slash, and leaves
    /// @param list the call that lists a folder
    /// @return the leaves' whole paths, sorted; a folder that cannot be listed is missed
    public static List<String> leaves(
            List<String> start, Parallel.Step<String, BaoAnswer> list, BaoSession session, ScopeSheet sheet)
            throws InterruptedException {
        List<String> leaves = new ArrayList<>();
        List<String> level = start;
        int walked = 0;
        while (!level.isEmpty()) {
            List<String> folders = split(level, leaves);
            if (walked + folders.size() > FOLDERS_MAX) {
                sheet.leaveOut(folders.size(), FOLDERS_MAX);
                break;
            }
            walked += folders.size();
            List<BaoAnswer> answers = Parallel.map(session.callsMax(), folders, list, _ -> {});
            level = below(folders, answers, sheet);
        }
        return leaves.stream().sorted().toList();
    }

    private static List<String> split(List<String> paths, List<String> leaves) {
        List<String> folders = new ArrayList<>();
        for (String path : paths) {
            (path.endsWith("/") ? folders : leaves).add(path);
        }
        return folders;
    }

    private static List<String> below(List<String> folders, List<BaoAnswer> answers, ScopeSheet sheet) {
        List<String> below = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            String folder = folders.get(i);
            BaoAnswer answer = answers.get(i);
            switch (answer) {
                case BaoAnswer.Done done ->
                    Json.texts(done.data().path("keys")).forEach(key -> below.add(folder + key));
                case BaoAnswer.Empty _ -> {
                    // Emptied since it was listed.
                }
                case BaoAnswer.Absent _,
                        BaoAnswer.Refused _,
                        BaoAnswer.Rejected _,
                        BaoAnswer.Throttled _,
                        BaoAnswer.Failed _,
                        BaoAnswer.Silent _,
                        BaoAnswer.Foreign _ -> sheet.miss(answer.words());
            }
        }
        return below;
    }
}
