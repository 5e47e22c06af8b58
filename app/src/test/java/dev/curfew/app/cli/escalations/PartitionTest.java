package dev.curfew.app.cli.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Escalations;
import dev.curfew.app.usecase.escalation.AccountFile;
import dev.curfew.connector.aws.AwsFileConnector;
import dev.curfew.model.port.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Accounts of every partition have AWS's own policies and services under that partition's names.
class PartitionTest {
    @TempDir
    Path folder;

    /// In China, EC2 is `ec2.amazonaws.com.cn` to trust policies: <https://github.com/kubernetes/kops/issues/27>.
    @ParameterizedTest
    @CsvSource({"aws, ''", "aws-us-gov, ''", "aws-cn, ''", "aws-cn, .cn"})
    void theSameWaysAreOpen(String partition, String end) throws IOException, InterruptedException {
        String account = """
                {"UserDetailList":[{"UserName":"dev","Arn":"arn:P:iam::111122223333:user/dev","UserPolicyList":[
                  {"PolicyName":"own","PolicyDocument":{"Version":"2012-10-17","Statement":[
                    {"Effect":"Allow","Action":["iam:PassRole","ec2:RunInstances","ssm:StartSession"],"Resource":"*"},
                    {"Effect":"Allow","Action":"iam:AttachUserPolicy","Resource":"*","Condition":{"ArnEquals":
                      {"iam:PolicyARN":"arn:P:iam::aws:policy/AdministratorAccess"}}}]}}]}],
                 "GroupDetailList":[],"Policies":[],
                 "RoleDetailList":[{"RoleName":"adm","Arn":"arn:P:iam::111122223333:role/adm","RolePolicyList":[],
                   "AttachedManagedPolicies":[{"PolicyName":"AdministratorAccess",
                     "PolicyArn":"arn:P:iam::aws:policy/AdministratorAccess"}],
                   "InstanceProfileList":[{"Arn":"arn:P:iam::111122223333:instance-profile/adm"}],
                   "AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                     "Principal":{"Service":"ec2.amazonaws.comEND"},"Action":"sts:AssumeRole"}]}}]}
                """.replace("P:", partition + ":").replace("END", end);
        Path file = Files.writeString(folder.resolve("account.json"), account);
        AccountFile reading = new AccountFile(new AwsFileConnector(Clock.systemUTC()));

        List<String> found = Escalations.of(reading.read(file, Progress.SILENT), Environment.UNKNOWN).stream()
                .map(it -> it.method() + " " + it.certainty())
                .toList();

        assertThat(found).containsExactly("ec2-001 CERTAIN", "iam-008 CERTAIN", "ssm-001 POSSIBLE");
    }
}
