// Files of internal tracking: what is understood, and what is refused with its line and column.
#include "app/finance/trackingfile.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QTest>

using namespace tokenledger;

namespace {

Result<TrackingFile> readBytes(QByteArray bytes, const TrackingFormat& format = {}) {
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::ReadOnly)) qFatal("buffer");
    return readTrackingFile(buffer, format);
}

QString errorOf(const QByteArray& bytes, const TrackingFormat& format = {}) {
    const auto file = readBytes(bytes, format);
    return file ? QStringLiteral("(no error)") : file.error().message;
}

TrackingFormat formatOf(TrackingPreset preset) {
    TrackingFormat format;
    format.preset = preset;
    return format;
}

const QByteArray Header = "date,model,uncached_input,output,cost\n";

QByteArray utf16(const QString& text, bool little, bool mark) {
    QStringEncoder encoder(little ? QStringConverter::Utf16LE : QStringConverter::Utf16BE,
                           mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

}  // namespace

class TrackingFileTest : public QObject {
    Q_OBJECT

private slots:
    void readsTheOwnFormat();
    void understandsDifferentForms_data();
    void understandsDifferentForms();
    void refuses_data();
    void refuses();
    void encodings();
    void windows1252OnRequest();
    void timesBecomeUtcDays();
    void decimalCommas();
    void emptyIsNotZero();
    void splitsAreKeptApart();
    void partsOfADayAreAddedUpOnRequest();
    void customColumns();
    void jsonLinesLikeCsv();
    void liteLlmRequests();
    void liteLlmPromptMeanings();
    void liteLlmFromADatabaseExport();
    void ccusage();
    void ccusageRefusals_data();
    void ccusageRefusals();
    void longLines();
    void strayQuoteInALargeFile();
    void formatsAreRemembered();
    void cancels();
};

void TrackingFileTest::readsTheOwnFormat() {
    const auto file = readBytes(
        "date,model,uncached_input,cache_creation_5m,cache_creation_1h,cache_read,output,requests,successful_requests,"
        "cost,team\n"
        "2026-11-02,claude-opus-5-5,1,2,3,4,5,6,5,1.25,red\n"
        "2026-11-01,claude-opus-5-5,10,20,30,40,50,60,60,0.000000001,red\n"
        "2026-11-01,anthropic/claude-haiku-5-5,7,0,0,0,9,1,0,0,blue\n");
    QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
    QCOMPARE(file->records.size(), std::size_t{3});
    QCOMPARE(file->records[0].day, UtcDay::fromDate(2026, 11, 1));
    QCOMPARE(file->records[0].model, QStringLiteral("claude-haiku-5-5"));
    QCOMPARE(file->records[1].measures.cost, Money::fromNano(1));
    QCOMPARE(file->records[2].measures.cost, Money::fromNano(1'250'000'000));
    QCOMPARE(file->records[2].measures.cacheCreation1h, std::int64_t{3});
    const TrackingPreview& preview = file->preview;
    QCOMPARE(preview.rows, 3);
    QCOMPARE(preview.days->first, UtcDay::fromDate(2026, 11, 1));
    QCOMPARE(preview.days->last, UtcDay::fromDate(2026, 11, 2));
    QCOMPARE(preview.models, (QStringList{QStringLiteral("claude-haiku-5-5"), QStringLiteral("claude-opus-5-5")}));
    QCOMPARE(preview.unusedColumns, QStringList{QStringLiteral("team")});
    QCOMPARE(preview.columns.size(), std::size_t{10});
    QCOMPARE(preview.sums.uncachedInput, std::int64_t{18});
    QCOMPARE(preview.sums.requests, std::int64_t{67});
    QCOMPARE(preview.sums.successfulRequests, std::int64_t{65});
    QCOMPARE(preview.sums.cost, Money::fromNano(1'250'000'001));
    QCOMPARE(preview.separator, ',');
}

void TrackingFileTest::understandsDifferentForms_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const QByteArray& bytes) { QTest::newRow(name) << bytes; };
    row("comma", "date,model,output\n2026-11-20,m,1234567\n");
    row("crlf", "date,model,output\r\n2026-11-20,m,1234567\r\n");
    row("cr", "date,model,output\r2026-11-20,m,1234567\r");
    row("no line end at the end", "date,model,output\n2026-11-20,m,1234567");
    row("semicolon", "date;model;output\n2026-11-20;m;1234567\n");
    row("tab", "date\tmodel\toutput\n2026-11-20\tm\t1234567\n");
    row("pipe", "date|model|output\n2026-11-20|m|1234567\n");
    row("told by a spreadsheet", "sep=;\ndate;model;output\n2026-11-20;m;1234567\n");
    row("quotes", "\"date\",\"model\",\"output\"\n\"2026-11-20\",\"m\",\"1,234,567\"\n");
    row("a line break in a value", "date,model,note,output\n2026-11-20,m,\"two\nlines, \"\"quoted\"\"\",1234567\n");
    row("upper case and blanks", "Date , Model,OUTPUT\n 2026-11-20 ,m , 1234567 \n");
    row("empty lines and rows", "\n\ndate,model,output\n\n,,\n2026-11-20,m,1234567\n,,\n\n");
    row("points and commas", "date,model,output\n2026-11-20,m,1234567.00\n");
    row("blanks as separators", "date,model,output\n2026-11-20,m,1 234 567\n");
    row("narrow blanks", "date,model,output\n2026-11-20,m,1\u202F234\u202F567\n");
    row("an exponent", "date,model,output\n2026-11-20,m,1.234567e6\n");
    row("German dates", "date,model,output\n20.11.2026,m,1234567\n");
    row("American dates", "date,model,output\n11/20/2026,m,1234567\n");
    row("British dates", "date,model,output\n20/11/2026,m,1234567\n");
    row("byte order mark",
        "\xEF\xBB\xBF"
        "date,model,output\n2026-11-20,m,1234567\n");
    row("JSON lines", "{\"date\":\"2026-11-20\",\"model\":\"m\",\"output\":1234567}\n");
    row("JSON lines, spread", " { \"output\" : \"1234567\" , \"model\" : \"m\", \"date\" : \"2026-11-20\" } \n\n");
    row("JSON list", "[\n {\"date\":\"2026-11-20\",\"model\":\"m\",\n \"output\":1234567}\n]\n");
}

void TrackingFileTest::understandsDifferentForms() {
    QFETCH(QByteArray, bytes);
    const auto file = readBytes(bytes);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
    QCOMPARE(file->records.size(), std::size_t{1});
    QCOMPARE(file->records[0].day, UtcDay::fromDate(2026, 11, 20));
    QCOMPARE(file->records[0].model, QStringLiteral("m"));
    QCOMPARE(file->records[0].measures.output, std::int64_t{1234567});
    QVERIFY(!file->records[0].measures.uncachedInput);
    QVERIFY(!file->records[0].measures.cost);
}

void TrackingFileTest::refuses_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QByteArray& bytes, const char* says) {
        QTest::newRow(name) << bytes << QString::fromUtf8(says);
    };
    row("empty file", "", "empty");
    row("only blank lines", "\n\n\n", "empty");
    row("only a header", Header, "no row that counts");
    row("missing column", "date,output\n2026-11-20,1\n", "no column \"model\". It has: date, output.");
    row("no figures", "date,model\n2026-11-20,m\n", "no column \"output\"");
    row("column twice", "date,model,output,Output\n2026-11-20,m,1,2\n", "columns 3 and 4 have the same name");
    row("too few values", Header + "2026-11-20,m,1\n", "Line 2 has 3 values, and the header names 5");
    row("too many values", Header + "2026-11-20,m,1,2,3,4\n", "Line 2 has 6 values");
    row("ragged, unquoted thousands", Header + "2026-11-20,m,1,234,2,3\n", "Line 2 has 6 values");
    row("negative", Header + "2026-11-20,m,1,-2,3\n", "Line 2, column 4 (output): \"-2\" is below zero");
    row("a fraction", Header + "2026-11-20,m,1.5,2,3\n", "Line 2, column 3 (uncached_input): \"1.5\" is not a whole");
    row("points as thousands", Header + "2026-11-20,m,1.234,2,3\n", "--decimal-comma");
    row("zeros as thousands", "date;model;output\n2026-11-20;m;12.000\n",
        "Line 2, column 3 (output): \"12.000\" is not a whole number. If the point groups thousands here, say so");
    row("words", Header + "2026-11-20,m,many,2,3\n", "Line 2, column 3 (uncached_input): \"many\" is not a number");
    row("too large", Header + "2026-11-20,m,99999999999999999999,2,3\n",
        "column 3 (uncached_input): \"99999999999999999999\" is too large");
    row("sum too large", Header + "2026-11-20,m,9223372036854775807,2,3\n2026-11-21,m,1,2,3\n",
        "sum of all uncached_input is too large");
    row("money too large", Header + "2026-11-20,m,1,2,99999999999\n", "column 5 (cost)");
    row("other currency",
        Header +
            "2026-11-20,m,1,2,\xE2\x82\xAC"
            "3\n",
        "column 5 (cost)");
    row("decimal comma", "date;model;cost\n2026-11-20;m;12,50\n",
        "Line 2, column 3 (cost): \"12,50\" is no number with a decimal point. If the comma is the decimal mark here, "
        "say so (--decimal-comma)");
    row("thousands or decimals", "date;model;cost\n2026-11-20;m;1,234\n", "could be thousands or a decimal comma");
    row("formula", Header + "2026-11-20,m,1,=SUM(D1:D9),3\n",
        "Line 2, column 4 (output): \"=SUM(D1:D9)\" is a formula. Export the values");
    row("formula as a model", Header + "2026-11-20,=A1,1,2,3\n", "Line 2, column 2 (model)");
    row("formula as a date", Header + "=TODAY(),m,1,2,3\n", "Line 2, column 1 (date)");
    row("spreadsheet error", Header + "2026-11-20,m,#REF!,2,3\n", "Line 2, column 3");
    row("no date", Header + ",m,1,2,3\n", "Line 2, column 1 (date): The date is missing");
    row("no model", Header + "2026-11-20,,1,2,3\n", "Line 2, column 2 (model): The model is empty");
    row("a model over lines", Header + "2026-11-20,\"m\nx\",1,2,3\n",
        "Line 2, column 2 (model): The model's name holds");
    row("JSON: a model with a NUL", "{\"date\":\"2026-11-20\",\"model\":\"m\\u0000\",\"output\":1}\n",
        "control character");
    row("a total", Header + "2026-11-20,m,1,2,3\nTotal,m,1,2,3\n", "Line 3, column 1 (date): \"Total\" is not a date");
    row("no such day", Header + "2026-02-30,m,1,2,3\n", "2026-02-30");
    row("other century", Header + "1926-11-20,m,1,2,3\n", "1926-11-20");
    row("two-digit year", Header + "20.11.26,m,1,2,3\n", "is not a date");
    row("ambiguous date", Header + "03/04/2026,m,1,2,3\n", "Line 2, column 1 (date): \"03/04/2026\" could be two days");
    row("mixed dates", Header + "2026-11-20,m,1,2,3\n21.11.2026,m,1,2,3\n",
        "Line 3, column 1 (date): \"21.11.2026\" is of another form than the first date, 2026-11-20");
    row("mixed slashes", Header + "13/11/2026,m,1,2,3\n11/13/2026,m,1,2,3\n", "Line 3, column 1 (date)");
    row("days and times", Header + "2026-11-20,m,1,2,3\n2026-11-21T10:00:00Z,m,1,2,3\n", "Line 3");
    row("bad time", Header + "2026-11-20T25:00:00Z,m,1,2,3\n", "is not a time");
    row("day twice", Header + "2026-11-20,m,1,2,3\n2026-11-20,n,1,2,3\n2026-11-20,m,1,2,3\n",
        "Line 4, column 1 (date): 2026-11-20 and m stand in line 2 already");
    row("more successes than requests", "date,model,requests,successful_requests\n2026-11-20,m,1,2\n",
        "More requests succeeded (2) than were made (1)");
    row("parts and whole", "date,model,cache_creation,cache_creation_5m,cache_creation_1h\n2026-11-20,m,9,1,2\n",
        "Line 2, column 3");
    row("open quote", Header + "2026-11-20,\"m,1,2,3\n2026-11-21,m,1,2,3\n",
        "Line 2, column 2: The quotation mark that opens this value is never closed");
    row("quote inside", Header + "2026-11-20,m\"x,1,2,3\n", "Line 2, column 2: A quotation mark stands inside");
    row("text after a quote", Header + "2026-11-20,\"m\"x,1,2,3\n", "Line 2, column 2: Something follows");
    row("NUL byte", Header + QByteArray("2026-11-20,m\0,1,2,3\n", 20), "bytes of value 0");
    row("NUL byte far on", Header + QByteArray(8000, '\n') + QByteArray("2026-11-20,m\0,1,2,3\n", 20),
        "Line 8002 holds a byte of value 0");
    row("spreadsheet file", QByteArray("PK\x03\x04\x14\x00", 6), "spreadsheet");
    row("compressed", QByteArray("\x1F\x8B\x08\x00", 4), "compressed");
    row("not UTF-8", Header + "2026-11-20,mod\xE8le,1,2,3\n", "Line 2 is not UTF-8 text");
    row("two separators", "date,model;output\n2026-11-20,m;1\n", "separated in two ways");
    row("JSON cut short", "{\"date\":\"2026-11-20\",\"model\":\"m\",\"output\":1", "Line 1");
    row("JSON over lines", "{\n\"date\":\"2026-11-20\",\"model\":\"m\",\"output\":1}\n", "one object a line");
    row("JSON: text", "{\"date\":\"2026-11-20\",\"model\":\"m\",\"output\":\"x\"}\n",
        "Line 1, field output: \"x\" is not a number");
    row("JSON: a list", "{\"date\":\"2026-11-20\",\"model\":\"m\",\"output\":[1]}\n", "Line 1, field output");
    row("JSON: twice", "{\"date\":\"2026-11-20\",\"model\":\"m\",\"output\":1,\"output\":2}\n",
        "\"output\" is there twice");
    row("JSON: two objects", "{\"date\":\"2026-11-20\",\"model\":\"m\",\"output\":1}{}\n", "Something follows");
    row("JSON: no model", "{\"date\":\"2026-11-20\",\"output\":1}\n", "Line 1, field model: The model is empty");
    row("JSON: a number", "{\"date\":20261120,\"model\":\"m\",\"output\":1}\n",
        "Line 1, field date: The date is not text");
    row("JSON: below zero", "{\"date\":\"2026-11-20\",\"model\":\"m\",\"output\":-1}\n", "below zero");
    row("JSON: fraction", "{\"date\":\"2026-11-20\",\"model\":\"m\",\"output\":1.5}\n", "not a whole number");
    row("JSON list cut short", "[{\"date\":\"2026-11-20\",\"model\":\"m\",\"output\":1},", "sound JSON");
    row("JSON list, third line",
        "[\n{\"date\":\"2026-11-20\",\"model\":\"m\",\"output\":1},\n{\"date\":\"x\",\"model\":\"m\",\"output\":1}]",
        "Line 3, field date");
}

void TrackingFileTest::refuses() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const QString error = errorOf(bytes);
    QVERIFY2(error.contains(says), qPrintable(error));
}

void TrackingFileTest::encodings() {
    const QString text = QStringLiteral("date,model,output\n2026-11-20,mod\u00E8le \U0001F600,5\n");
    for (const bool little : {true, false}) {
        const auto marked = readBytes(utf16(text, little, true));
        QVERIFY2(marked, qPrintable(marked ? QString() : marked.error().message));
        QCOMPARE(marked->records[0].model, QStringLiteral("mod\u00E8le \U0001F600"));
        QCOMPARE(marked->preview.encoding, little ? TextEncoding::Utf16Le : TextEncoding::Utf16Be);
        QVERIFY(errorOf(utf16(text, little, false)).contains(QStringLiteral("UTF-16 without a byte order mark")));
        TrackingFormat said;
        said.encoding = little ? TextEncoding::Utf16Le : TextEncoding::Utf16Be;
        QVERIFY(readBytes(utf16(text, little, false), said));
        // A lone half of a pair, and half a character at the end.
        QByteArray broken = utf16(text, little, true);
        const QByteArray half = little ? QByteArray("\x00\xD8", 2) : QByteArray("\xD8\x00", 2);
        QVERIFY(errorOf(broken + half + utf16(QStringLiteral("x"), little, false)).contains(QStringLiteral("Line 3")));
        QVERIFY(errorOf(broken + 'x').contains(QStringLiteral("is not utf-16")));
    }
}

void TrackingFileTest::windows1252OnRequest() {
    TrackingFormat format;
    format.encoding = TextEncoding::Windows1252;
    const auto file = readBytes("date,model,output\n2026-11-20,\x80 mod\xE8le,5\n", format);
    QVERIFY(file);
    QCOMPARE(file->records[0].model, QStringLiteral("\u20AC mod\u00E8le"));
    QVERIFY(errorOf("date,model,output\n2026-11-20,\x81,5\n", format)
                .contains(QStringLiteral("Line 2 is not windows-1252")));
    format.encoding = TextEncoding::Latin1;
    QVERIFY(readBytes("date,model,output\n2026-11-20,mod\xE8le,5\n", format));
}

void TrackingFileTest::timesBecomeUtcDays() {
    const auto dayOf = [](const char* time) {
        const auto file = readBytes(QByteArray("date,model,output\n") + time + ",m,1\n");
        return file ? file->records[0].day.toIso() : file.error().message;
    };
    QCOMPARE(dayOf("2026-11-20T23:30:00Z"), QStringLiteral("2026-11-20"));
    QCOMPARE(dayOf("2026-11-20T23:30:00.123456-05:00"), QStringLiteral("2026-11-21"));
    QCOMPARE(dayOf("2026-11-20T00:30:00+02:00"), QStringLiteral("2026-11-19"));
    QCOMPARE(dayOf("2026-11-20 00:30:00+02"), QStringLiteral("2026-11-19"));
    QCOMPARE(dayOf("2026-11-20 23:59:59.999"), QStringLiteral("2026-11-20"));
    QCOMPARE(dayOf("2026-01-01T00:00:00+14:00"), QStringLiteral("2025-12-31"));
}

void TrackingFileTest::decimalCommas() {
    TrackingFormat format;
    format.decimalComma = true;
    const auto file = readBytes("date;model;output;cost\n20.11.2026;m;1.234.567;\"1.234,50\"\n", format);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
    QCOMPARE(file->records[0].measures.output, std::int64_t{1234567});
    QCOMPARE(file->records[0].measures.cost, Money::fromNano(1'234'500'000'000));
    const auto american = readBytes("date;model;output\n2026-11-20;m;12,000\n", format);
    QVERIFY(!american);
    QVERIFY(american.error().message.contains(QStringLiteral("\"12,000\" is not a whole number. If the comma groups")));
    // Numbers of JSON have a point, whatever was said of texts.
    const auto json = readBytes("{\"date\":\"2026-11-20\",\"model\":\"m\",\"cost\":1.25}", format);
    QVERIFY(json);
    QCOMPARE(json->records[0].measures.cost, Money::fromNano(1'250'000'000));
    // Finer than a nano-dollar: rounded half-even, and said.
    const auto fine = readBytes("date,model,cost\n2026-11-20,m,1.5e-9\n2026-11-21,m,$2.5e-9\n");
    QVERIFY(fine);
    QCOMPARE(fine->records[0].measures.cost, Money::fromNano(2));
    QCOMPARE(fine->records[1].measures.cost, Money::fromNano(2));
    QVERIFY(fine->preview.notes.join(u' ').contains(QStringLiteral("rounded half-even: 2")));
}

void TrackingFileTest::emptyIsNotZero() {
    const auto file = readBytes("date,model,uncached_input,output\n2026-11-20,m,,7\n2026-11-21,m,3,0\n");
    QVERIFY(file);
    QVERIFY(!file->records[0].measures.uncachedInput);
    QCOMPARE(file->records[1].measures.output, std::int64_t{0});
    QVERIFY(file->preview.notes.join(u' ').contains(QStringLiteral("uncached_input is not known of 1 of 2")));
}

void TrackingFileTest::splitsAreKeptApart() {
    const auto split = readBytes("date,model,cache_creation_5m,cache_creation_1h\n2026-11-20,m,3,4\n");
    QVERIFY(split);
    QCOMPARE(split->records[0].measures.cacheCreation5m, std::int64_t{3});
    QVERIFY(!split->records[0].measures.cacheCreation);
    const auto whole = readBytes("date,model,cache_creation\n2026-11-20,m,7\n");
    QVERIFY(whole);
    QCOMPARE(whole->records[0].measures.cacheCreation, std::int64_t{7});
    QVERIFY(!whole->records[0].measures.cacheCreation5m);
}

void TrackingFileTest::partsOfADayAreAddedUpOnRequest() {
    TrackingFormat format;
    format.addUp = true;
    const auto file = readBytes("date,model,output,cache_read\n2026-11-20,m,1,5\n2026-11-20,m,2,\n", format);
    QVERIFY(file);
    QCOMPARE(file->records.size(), std::size_t{1});
    QCOMPARE(file->records[0].measures.output, std::int64_t{3});
    QVERIFY(!file->records[0].measures.cacheRead);  // one part does not tell it: the sum is not known
}

void TrackingFileTest::customColumns() {
    TrackingFormat format;
    format.columns = {{TrackingField::Date, QStringLiteral("Tag")},
                      {TrackingField::Model, QStringLiteral("Modell")},
                      {TrackingField::Output, QStringLiteral("usage.out")}};
    format.aliases = {{QStringLiteral("big"), QStringLiteral("claude-opus-5-5")}};
    format.dates = DateForm::DayMonthYear;
    const auto file = readBytes("Tag,Modell,usage.out\n03/04/2026,big,5\n", format);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
    QCOMPARE(file->records[0].day, UtcDay::fromDate(2026, 4, 3));
    QCOMPARE(file->records[0].model, QStringLiteral("claude-opus-5-5"));
    format.dates = DateForm::MonthDayYear;
    QCOMPARE(readBytes("Tag,Modell,usage.out\n03/04/2026,big,5\n", format)->records[0].day,
             UtcDay::fromDate(2026, 3, 4));
    format.dates = DateForm::Auto;
    const auto nested = readBytes("{\"Tag\":\"2026-11-20\",\"Modell\":\"m\",\"usage\":{\"in\":1,\"out\":5}}", format);
    QVERIFY(nested);
    QCOMPARE(nested->records[0].measures.output, std::int64_t{5});
    QVERIFY(errorOf("Tag,Modell,out\n2026-11-20,m,5\n", format)
                .contains(QStringLiteral("no column \"usage.out\". It has: Tag, Modell, out.")));
}

void TrackingFileTest::jsonLinesLikeCsv() {
    const auto csv = readBytes("date,model,output,cost\n2026-11-20,m,5,0.1\n2026-11-21,m,,\n");
    const auto json = readBytes(
        "{\"date\":\"2026-11-20\",\"model\":\"m\",\"output\":5,\"cost\":0.1}\n"
        "{\"date\":\"2026-11-21\",\"model\":\"m\",\"output\":null,\"cost\":\"\"}\n");
    QVERIFY(csv && json);
    QCOMPARE(json->records.size(), csv->records.size());
    for (std::size_t i = 0; i < csv->records.size(); ++i) QCOMPARE(json->records[i].measures, csv->records[i].measures);
}

void TrackingFileTest::liteLlmRequests() {
    const auto request = [](const char* id, const char* model, const char* more) -> QByteArray {
        return QByteArray("{\"request_id\":\"") + id + "\",\"model\":\"" + model +
               "\",\"startTime\":\"2026-11-20T10:00:00Z\",\"endTime\":\"2026-11-21T00:00:01Z\",\"spend\":0.01," + more +
               "}\n";
    };
    const char* full =
        "\"prompt_tokens\":100,\"completion_tokens\":7,\"status\":\"success\",\"custom_llm_provider\":\"anthropic\","
        "\"metadata\":{\"usage_object\":{\"cache_read_input_tokens\":60,\"cache_creation_input_tokens\":30,"
        "\"prompt_tokens_details\":{\"cache_creation_token_details\":{\"ephemeral_5m_input_tokens\":10,"
        "\"ephemeral_1h_input_tokens\":20}}}}";
    const QByteArray bytes =
        request("a", "anthropic/claude-opus-5-5", full) + request("b", "claude-opus-5-5", full) +
        request("b", "claude-opus-5-5", full) +  // repeated
        request("c", "claude-opus-5-5", "\"prompt_tokens\":0,\"completion_tokens\":0,\"status\":\"failure\"") +
        request("d", "gpt-6", full) + request("e", "bedrock/us.anthropic.claude-opus-5-5-v1:0", full) +
        request("f", "claude-opus-5-5", "\"prompt_tokens\":5,\"custom_llm_provider\":\"vertex_ai\"") +
        request("g", "claude-opus-5-5", "\"prompt_tokens\":5,\"cache_hit\":\"True\"") +
        request("h", "", "\"prompt_tokens\":0");
    const auto file = readBytes(bytes, formatOf(TrackingPreset::LiteLlm));
    QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
    QCOMPARE(file->records.size(), std::size_t{1});
    const TrackingMeasures& m = file->records[0].measures;
    QCOMPARE(file->records[0].day, UtcDay::fromDate(2026, 11, 20));
    QCOMPARE(file->records[0].model, QStringLiteral("claude-opus-5-5"));
    QCOMPARE(m.uncachedInput, std::int64_t{20});
    QCOMPARE(m.cacheCreation5m, std::int64_t{20});
    QCOMPARE(m.cacheCreation1h, std::int64_t{40});
    QVERIFY(!m.cacheCreation);
    QCOMPARE(m.cacheRead, std::int64_t{120});
    QVERIFY(!m.output || *m.output == 14);
    QCOMPARE(m.requests, std::int64_t{3});
    QCOMPARE(m.successfulRequests, std::int64_t{2});
    QCOMPARE(m.cost, Money::fromNano(30'000'000));
    QCOMPARE(file->preview.rows, 9);
    QCOMPARE(file->preview.countedRows, 3);
    QCOMPARE(file->preview.leftOut.size(), std::size_t{5});
    std::int64_t left = 0;
    QStringList examples;
    for (const auto& each : file->preview.leftOut) {
        left += each.rows;
        examples += each.examples;
    }
    QCOMPARE(left, 6);
    QVERIFY(examples.contains(QStringLiteral("gpt-6")));
    QVERIFY(examples.contains(QStringLiteral("vertex_ai")));
}

void TrackingFileTest::liteLlmPromptMeanings() {
    // Three generations of LiteLLM log the same request: 10 uncached, 60 read, 30 written.
    const auto log = [](int prompt) -> QByteArray {
        return QByteArray(
                   "request_id,model,startTime,prompt_tokens,completion_tokens,cache_read_input_tokens,"
                   "cache_creation_input_tokens\na,claude-x,2026-11-20 10:00:00,") +
               QByteArray::number(prompt) + ",1,60,30\n";
    };
    TrackingFormat format = formatOf(TrackingPreset::LiteLlm);
    const auto uncached = [&](int prompt) {
        const auto file = readBytes(log(prompt), format);
        return file ? QString::number(file->records[0].measures.uncachedInput.value_or(-1)) : file.error().message;
    };
    QCOMPARE(uncached(100), QStringLiteral("10"));
    QVERIFY(uncached(70).contains(QStringLiteral("Line 2, column 4 (prompt_tokens): 70 is less than")));
    format.prompt = PromptMeaning::UncachedAndRead;
    QCOMPARE(uncached(70), QStringLiteral("10"));
    QVERIFY(uncached(10).contains(QStringLiteral("--prompt-tokens")));
    format.prompt = PromptMeaning::Uncached;
    QCOMPARE(uncached(10), QStringLiteral("10"));
    // A log that says nothing of the cache cannot tell the uncached part.
    format.prompt = PromptMeaning::AllInput;
    const auto silent = readBytes(
        "request_id,model,startTime,prompt_tokens,completion_tokens\n"
        "a,claude-x,2026-11-20 10:00:00,100,1\n",
        format);
    QVERIFY(silent);
    QVERIFY(!silent->records[0].measures.uncachedInput);
    QCOMPARE(silent->records[0].measures.output, std::int64_t{1});
    QVERIFY(silent->preview.notes.join(u' ').contains(QStringLiteral("1 rows do not tell")));
    QVERIFY(errorOf("request_id,model,startTime,prompt_tokens,status\na,claude-x,2026-11-20 10:00:00,1,odd\n", format)
                .contains(QStringLiteral("column 5 (status): \"odd\" is neither")));
}

void TrackingFileTest::liteLlmFromADatabaseExport() {
    const auto file = readBytes(
        "request_id,model,startTime,prompt_tokens,completion_tokens,spend,status,metadata\n"
        "a,claude-x,2026-11-20 23:59:59.999,100,1,1.5e-05,success,\"{\"\"usage_object\"\": "
        "{\"\"cache_read_input_tokens\"\": 60, "
        "\"\"cache_creation_input_tokens\"\": 0}}\"\n"
        "b,claude-x,2026-11-20 23:59:59.999,0,0,0,failure,\"{}\"\n",
        formatOf(TrackingPreset::LiteLlm));
    QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
    QCOMPARE(file->records.size(), std::size_t{1});
    QCOMPARE(file->records[0].measures.uncachedInput, std::int64_t{40});
    QCOMPARE(file->records[0].measures.cacheCreation5m, std::int64_t{0});
    QCOMPARE(file->records[0].measures.cost, Money::fromNano(15'000));
    QVERIFY(errorOf("request_id,model,startTime,prompt_tokens,metadata\na,claude-x,2026-11-20 10:00:00,1,{broken\n",
                    formatOf(TrackingPreset::LiteLlm))
                .contains(QStringLiteral("Line 2, column 5 (metadata)")));
}

void TrackingFileTest::ccusage() {
    const auto file = readBytes(R"({
  "daily": [
    {
      "cacheReadTokens": 9, "modelBreakdowns": [
        {"modelName": "claude-opus-5-5", "inputTokens": 1, "outputTokens": 2, "cacheCreationTokens": 3,
         "cacheReadTokens": 4, "cost": 0.0033625},
        {"modelName": "gpt-6", "inputTokens": 1, "outputTokens": 2, "cacheCreationTokens": 3, "cacheReadTokens": 4, "cost": 1}
      ],
      "date": "2026-11-20", "totalTokens": 10
    },
    {"period": "2026-11-21", "modelBreakdowns": [{"modelName": "claude-opus-5-5", "inputTokens": 5, "outputTokens": 6,
      "cacheCreationTokens": 0, "cacheReadTokens": 0, "cost": 0}]}
  ],
  "totals": {"totalCost": 1}
})",
                                formatOf(TrackingPreset::Ccusage));
    QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
    QCOMPARE(file->records.size(), std::size_t{2});
    QCOMPARE(file->records[0].day, UtcDay::fromDate(2026, 11, 20));
    QCOMPARE(file->records[0].measures.cacheCreation, std::int64_t{3});
    QCOMPARE(file->records[0].measures.cost, Money::fromNano(3'362'500));
    QCOMPARE(file->records[1].measures.uncachedInput, std::int64_t{5});
    QCOMPARE(file->preview.leftOut.size(), std::size_t{1});
    QVERIFY(!file->records[0].measures.requests);
}

void TrackingFileTest::ccusageRefusals_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QByteArray& bytes, const char* says) {
        QTest::newRow(name) << bytes << QString::fromUtf8(says);
    };
    row("a table", "date,model\n", "not what ccusage writes");
    row("another report", "{\"monthly\":[]}", "no list \"daily\"");
    row("no breakdown", "{\"daily\":[\n{\"date\":\"2026-11-20\"}]}", "Line 2: 2026-11-20 has no \"modelBreakdowns\"");
    row("no date", "{\"daily\":[{\"modelBreakdowns\":[]}]}", "no \"date\"");
    row("cut short", "{\"daily\":[{\"date\":\"2026-11-20\",\"modelBreakdowns\":[{\"modelName\":\"claude-x\"", "JSON");
    row("empty", "{\"daily\":[]}", "no row that counts");
    row("day twice",
        "{\"daily\":[{\"date\":\"2026-11-20\",\"modelBreakdowns\":[{\"modelName\":\"claude-x\",\"inputTokens\":1}]},\n"
        "{\"date\":\"2026-11-20\",\"modelBreakdowns\":[{\"modelName\":\"claude-x\",\"inputTokens\":1}]}]}",
        "Line 2, field date: 2026-11-20 and claude-x stand in line 1 already");
}

void TrackingFileTest::ccusageRefusals() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const QString error = errorOf(bytes, formatOf(TrackingPreset::Ccusage));
    QVERIFY2(error.contains(says), qPrintable(error));
}

void TrackingFileTest::longLines() {
    // 15 MB in one value is odd and fine; 100 MB in one line is no table.
    const auto file = readBytes("date,model,note,output\n2026-11-20,m,\"" + QByteArray(15'000'000, 'x') + "\",5\n");
    QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
    QCOMPARE(file->records[0].measures.output, std::int64_t{5});
    QVERIFY(errorOf("date,model,output\n" + QByteArray(100'000'000, 'x'))
                .contains(QStringLiteral("Line 2 is longer than 16 MB")));
    QVERIFY(errorOf(QByteArray(100'000'000, '{')).contains(QStringLiteral("Line 1")));
    QVERIFY(errorOf(QByteArray(5000, ',') + "\n").contains(QStringLiteral("more than 1,000 values")));
}

void TrackingFileTest::strayQuoteInALargeFile() {
    QByteArray bytes = "date,model,output\n2026-11-20,\"m,5\n";
    while (bytes.size() < 40'000'000) bytes += "2026-11-20,model-of-some-length,1234567\n";
    QVERIFY(errorOf(bytes).contains(QStringLiteral("Line 2, column 2: This value is longer than 16 MB")));
}

void TrackingFileTest::formatsAreRemembered() {
    TrackingFormat format = formatOf(TrackingPreset::LiteLlm);
    format.columns = {{TrackingField::Date, QStringLiteral("endTime")}};
    format.aliases = {{QStringLiteral("big"), QStringLiteral("claude-opus-5-5")}};
    format.encoding = TextEncoding::Windows1252;
    format.separator = '\t';
    format.decimalComma = true;
    format.dates = DateForm::MonthDayYear;
    format.prompt = PromptMeaning::Uncached;
    format.addUp = true;
    const auto again = trackingFormatFromJson(toJson(format));
    QVERIFY(again);
    QVERIFY(*again == format);
    QVERIFY(trackingFormatFromJson(toJson(TrackingFormat())).value() == TrackingFormat());
    for (const char* bad : {"", "[]", "{\"preset\":\"x\"}", "{\"preset\":1}", "{\"unknown\":1}",
                            "{\"columns\":{\"x\":\"y\"}}", "{\"add_up\":\"yes\"}", "{\"columns\":[]}"}) {
        QVERIFY2(!trackingFormatFromJson(bad), bad);
    }
}

void TrackingFileTest::cancels() {
    QByteArray bytes = Header;
    for (int i = 0; i < 20'000; ++i) bytes += "2026-11-20,m" + QByteArray::number(i) + ",1,2,3\n";
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const auto file = readTrackingFile(buffer, {}, [](qint64) { return false; });
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TrackingFileTest)
#include "tst_trackingfile.moc"
