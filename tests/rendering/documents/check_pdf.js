// What veraPDF, the reference checker of PDF/UA, says of files: a line of JSON for each.
// The JavaScript engine inside veraPDF's own archive runs this: a Java runtime is all that it needs.

const Profiles = org.verapdf.pdfa.validation.profiles.Profiles;
const ErrorArgument = org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
const ValidatorFactory = org.verapdf.pdfa.validation.validators.ValidatorFactory;
const Flavour = org.verapdf.pdfa.flavours.PDFAFlavour;
const RULES = "org/verapdf/pdfa/validation/PDFUA-1.xml";

function listElements(parent, name) {
  const found = parent.getElementsByTagName(name);
  const list = [];
  for (let index = 0; index < found.getLength(); index++) list.push(found.item(index));
  return list;
}

function readText(parent, name) {
  return listElements(parent, name)[0].getTextContent();
}

function readRule(rule) {
  const id = listElements(rule, "id")[0];
  const words = new java.util.ArrayList();
  listElements(rule, "argument").forEach((argument) => {
    words.add(ErrorArgument.fromValues(argument.getTextContent(), null, null));
  });
  return Profiles.ruleFromValues(
    Profiles.ruleIdFromValues(
      Flavour.Specification.valueOf(id.getAttribute("specification")),
      id.getAttribute("clause"),
      parseInt(id.getAttribute("testNumber"))
    ),
    rule.getAttribute("object"),
    rule.hasAttribute("deferred") ? java.lang.Boolean.valueOf(rule.getAttribute("deferred")) : null,
    rule.getAttribute("tags"),
    readText(rule, "description"),
    readText(rule, "test"),
    Profiles.errorFromValues(readText(rule, "message"), words),
    new java.util.ArrayList()
  );
}

function readVariable(variable) {
  return Profiles.variableFromValues(
    variable.getAttribute("name"),
    variable.getAttribute("object"),
    readText(variable, "defaultValue"),
    readText(variable, "value")
  );
}

// The archive lacks the library that veraPDF reads its rules with, but not the rules.
function readProfile() {
  const source = java.lang.Thread.currentThread().getContextClassLoader().getResourceAsStream(RULES);
  const document = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source);
  const rules = new java.util.HashSet();
  const variables = new java.util.HashSet();
  listElements(document, "rule").forEach((rule) => { rules.add(readRule(rule)); });
  listElements(document, "variable").forEach((variable) => { variables.add(readVariable(variable)); });
  const details = Profiles.profileDetailsFromValues("PDF/UA-1", "PDF/UA-1", "", new java.util.Date(0));
  return Profiles.profileFromValues(Flavour.PDFUA_1, details, "", rules, variables);
}

function check(file, profile) {
  const stream = new java.io.FileInputStream(file);
  const parser = org.verapdf.pdfa.Foundries.defaultInstance().createParser(stream, Flavour.PDFUA_1);
  const result = ValidatorFactory.createValidator(profile, false).validate(parser);
  const faults = [];
  for (let one of result.getTestAssertions()) {
    if (String(one.getStatus().name()) === "FAILED") {
      let rule = one.getRuleId();
      faults.push(`${rule.getClause()}-${rule.getTestNumber()}: ${one.getMessage()}`);
    }
  }
  const report = { passed: result.isCompliant(), checks: result.getTotalAssertions(), faults: faults };
  report.rules = profile.getRules().size();
  parser.close();
  return report;
}

java.util.logging.LogManager.getLogManager().reset();
org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
const profile = readProfile();
for (let file of arguments) print(JSON.stringify(check(file, profile)));
