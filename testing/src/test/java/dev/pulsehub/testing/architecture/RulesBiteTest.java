package dev.pulsehub.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule must report the copy of the product under {@code broken}, which breaks all of them. */
class RulesBiteTest {

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("broken");

    static List<ArchRule> rules() {
        return Rules.all("broken");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void reports_the_broken_copy(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void is_silent_where_nothing_is_broken(ArchRule rule) {
        JavaClasses lawful = new ClassFileImporter().importClasses(Rules.class, Architecture.class);
        assertThat(rule.evaluate(lawful).hasViolation()).isFalse();
    }
}
