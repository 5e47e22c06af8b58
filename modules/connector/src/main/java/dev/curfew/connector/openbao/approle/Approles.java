package dev.curfew.connector.openbao.approle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import java.util.ArrayList;
import java.util.List;

/// The roles of all approle logins, each as `<mount>/<role>`: a mount may hold slashes, a role may not.
final class Approles {

    private Approles() {}

    /// What cannot be listed is missing on the sheet, or closes it.
    static List<String> of(BaoSession session, ScopeSheet sheet) throws InterruptedException {
        BaoAnswer logins = session.read("sys/auth");
        if (!(logins instanceof BaoAnswer.Done done)) {
            sheet.close(logins);
            return List.of();
        }
        List<String> roles = new ArrayList<>();
        for (String mount : mounts(done.data())) {
            BaoAnswer list = session.list("auth/" + BaoPath.encode(mount) + "/role");
            if (list instanceof BaoAnswer.Done || list instanceof BaoAnswer.Empty) {
                sheet.keys(list).forEach(role -> roles.add(mount + "/" + role));
            } else {
                sheet.miss(list.words());
            }
        }
        return roles;
    }

    private static List<String> mounts(JsonNode logins) {
        return logins.properties().stream()
                .filter(login -> login.getValue().path("type").asText().equals("approle"))
                .map(login -> login.getKey().replaceAll("/$", ""))
                .sorted()
                .toList();
    }

    /// As the API has it.
    static String path(String role) {
        int slash = role.lastIndexOf('/');
        return "auth/" + role.substring(0, slash) + "/role" + role.substring(slash);
    }
}
