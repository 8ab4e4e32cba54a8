// Validates PDF files with the veraPDF engine: java Validate ua1,3a FILE...
// Prints a line a file and flavour, and each failed rule; exit 1 if a rule failed.
import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean failed = false;
        for (int i = 1; i < args.length; i++) {
            for (String name : args[0].split(",")) {
                PDFAFlavour flavour = PDFAFlavour.fromString(name);
                try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(args[i]), flavour);
                     PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    ValidationResult result = validator.validate(parser);
                    System.out.println(args[i] + ": " + name + " " + (result.isCompliant() ? "passed" : "FAILED")
                        + ", " + result.getTotalAssertions() + " checks");
                    Map<String, Integer> rules = new LinkedHashMap<>();
                    for (TestAssertion assertion : result.getTestAssertions()) {
                        rules.merge(assertion.getRuleId() + ": " + assertion.getMessage(), 1, Integer::sum);
                    }
                    rules.forEach((rule, count) -> System.out.println("  " + count + " x " + rule));
                    failed |= !result.isCompliant();
                }
            }
        }
        System.exit(failed ? 1 : 0);
    }
}
