package dev.pulsehub.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/** Applies the rules to the product's classes on the class path of the module that asks. */
public final class Architecture {

    private static final String ROOT = "dev.pulsehub";
    private static final Pattern NOT_PRODUCT = Pattern.compile("test-classes|-tests\\.jar|/dev/pulsehub/testing/");

    private Architecture() {}

    /**
     * Checks every rule.
     *
     * @param own package of the asking module; it must have classes, else nothing would have been checked
     * @throws AssertionError with all violations of the first broken rule
     */
    public static void check(String own) {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludePackageInfos())
                .withImportOption(Architecture::isProduct)
                .importPackages(ROOT);
        if (product.stream().noneMatch(type -> type.getPackageName().startsWith(own))) {
            throw new AssertionError("No class of " + own + " was found: nothing was checked");
        }
        Rules.all(ROOT).forEach(rule -> rule.check(product));
    }

    private static boolean isProduct(Location location) {
        return !location.matches(Pattern.compile(".*(" + NOT_PRODUCT.pattern() + ").*"));
    }
}
