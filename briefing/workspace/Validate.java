import java.io.*;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;

/** For each line "flavour TAB path" of the input: the failed checks, then "done TAB checks". */
public class Validate {
    public static void main(String[] none) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] asked = line.split("\t");
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(asked[0]);
            try (InputStream file = new FileInputStream(asked[1]);
                    PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                for (TestAssertion failed : result.getTestAssertions()) {
                    say(out, "failed", failed.getRuleId().getClause() + "-" + failed.getRuleId().getTestNumber(),
                            failed.getMessage(), failed.getLocation().getContext());
                }
                say(out, "done", String.valueOf(result.getTotalAssertions()));
            } catch (Exception error) {
                say(out, "failed", "broken", String.valueOf(error), "");
                say(out, "done", "0");
            }
        }
    }

    private static void say(PrintStream out, String... fields) {
        StringBuilder line = new StringBuilder("verapdf");
        for (String field : fields) line.append('\t').append(String.valueOf(field).replaceAll("\\s+", " "));
        out.println(line);
    }
}
