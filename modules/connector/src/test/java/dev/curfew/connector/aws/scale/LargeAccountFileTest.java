package dev.curfew.connector.aws.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.aws.details.AccountDetails;
import dev.curfew.connector.aws.details.AccountDetailsFile;
import dev.curfew.connector.aws.details.Section;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.port.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargeAccountFileTest {
    private static final int ROLES = 10_000;

    @Test
    void tenThousandRolesAreReadToTheLastAndProgressIsTold() throws Exception {
        List<String> told = new ArrayList<>();

        AccountDetails details = AccountDetailsFile.read(
                new ByteArrayInputStream(bytes(ROLES, 1)), (stage, done, _) -> told.add(stage + " " + done));

        assertThat(details.size(Section.ROLES)).isEqualTo(ROLES);
        assertThat(details.size(Section.USERS)).isEqualTo(AccountFileGenerator.users(ROLES));
        assertThat(details.size(Section.GROUPS)).isEqualTo(AccountFileGenerator.groups(ROLES));
        assertThat(details.size(Section.POLICIES)).isEqualTo(AccountFileGenerator.policies(ROLES));
        assertThat(told).contains("users 1000", "roles 5400", "roles 10000");
    }

    @Test
    void oneSeedGivesOneFile() throws Exception {
        assertThat(bytes(30, 1)).isEqualTo(bytes(30, 1)).isNotEqualTo(bytes(30, 2));
    }

    @Test
    void aFileCutAnywhereIsRefused() throws Exception {
        byte[] bytes = bytes(3, 1);

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> AccountDetailsFile.read(new ByteArrayInputStream(cut), Progress.SILENT))
                    .as("the first " + length + " of " + bytes.length + " bytes")
                    .isInstanceOf(MalformedException.class);
        }
    }

    private static byte[] bytes(int roles, long seed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AccountFileGenerator.write(out, roles, seed);
        return out.toByteArray();
    }
}
