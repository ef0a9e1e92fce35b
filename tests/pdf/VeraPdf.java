import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.xml.parsers.DocumentBuilderFactory;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Asks the veraPDF engine about files, one line a file: PASS or FAIL, profile, name, broken rules.
 * The engine's jar has no JAXB, so its official profiles are read with the JDK's own XML parser.
 *
 * java -cp the.jar VeraPdf.java PDFUA-1,PDFA-3A file.pdf ...
 */
public class VeraPdf {
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : arguments[0].split(",")) {
            ValidationProfile profile = profile(name);
            for (int i = 1; i < arguments.length; i++) {
                File file = new File(arguments[i]);
                String broken = brokenRules(profile, file);
                System.out.println((broken.isEmpty() ? "PASS" : "FAIL") + "\t" + name + "\t" + file.getName() + "\t" + broken);
            }
        }
    }

    static String brokenRules(ValidationProfile profile, File file) {
        Set<String> broken = new TreeSet<>();
        try (FileInputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, profile.getPDFAFlavour());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            for (TestAssertion assertion : validator.validate(parser).getTestAssertions())
                if (assertion.getStatus() == TestAssertion.Status.FAILED)
                    broken.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber());
        } catch (Exception error) {
            broken.add(error.toString());
        }
        return String.join(" ", broken);
    }

    static ValidationProfile profile(String name) throws Exception {
        String path = "org/verapdf/pdfa/validation/" + name + ".xml";
        try (InputStream in = VeraPdf.class.getClassLoader().getResourceAsStream(path)) {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            Set<Rule> rules = new HashSet<>();
            for (Element element : elements(document.getDocumentElement(), "rule"))
                rules.add(rule(element));
            Set<Variable> variables = new HashSet<>();
            for (Element element : elements(document.getDocumentElement(), "variable"))
                variables.add(Profiles.variableFromValues(element.getAttribute("name"), element.getAttribute("object"),
                        text(element, "defaultValue"), text(element, "value")));
            return Profiles.profileFromValues(PDFAFlavour.valueOf(document.getDocumentElement().getAttribute("flavour")),
                    Profiles.profileDetailsFromValues(name, name, "", new Date()), "", rules, variables);
        }
    }

    static Rule rule(Element element) {
        Element id = elements(element, "id").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : elements(element, "argument"))
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), null, null));
        String deferred = element.getAttribute("deferred");
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                element.getAttribute("object"), deferred.isEmpty() ? null : Boolean.valueOf(deferred),
                element.getAttribute("tags"), text(element, "description"), text(element, "test"),
                Profiles.errorFromValues(text(element, "message"), arguments), Collections.<Reference>emptyList());
    }

    static List<Element> elements(Element parent, String tag) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++)
            found.add((Element) nodes.item(i));
        return found;
    }

    static String text(Element parent, String tag) {
        List<Element> found = elements(parent, tag);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
