// The translations are whole: they hold every text of the sources, say something for each, and keep its placeholders.
#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/language.h"
#include "ui/mainmenu.h"
#include "ui/pages/organizationtexts.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <set>

using namespace tokenledger;

namespace {

struct Message {
    QString context;
    QString source;
    QString comment;
    bool plural = false;
    QString state;  // "unfinished", "obsolete", ...
    QStringList translations;
    QStringList places;  // file names, where asked for

    [[nodiscard]] QString key() const {
        return QStringList{context, source, comment, plural ? QStringLiteral("plural") : QString()}.join(u'|');
    }
};

QString sourceFolder() { return QStringLiteral(TOKENLEDGER_SOURCES); }

Message readMessage(QXmlStreamReader& xml, const QString& context) {
    Message message;
    message.context = context;
    message.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            message.comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("location")) {
            message.places.append(xml.attributes().value(QLatin1String("filename")).toString());
            xml.skipCurrentElement();
        } else if (xml.name() == QLatin1String("translation")) {
            message.state = xml.attributes().value(QLatin1String("type")).toString();
            if (message.plural) {
                while (xml.readNextStartElement()) message.translations.append(xml.readElementText());
            } else {
                message.translations.append(xml.readElementText());
            }
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

std::vector<Message> readMessages(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s cannot be read", qPrintable(path));
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("name")) context = xml.readElementText();
        if (xml.name() == QLatin1String("message")) messages.push_back(readMessage(xml, context));
    }
    return messages;
}

/// "%1", "%n", "&": what has to be in a translation as often as in its source.
QStringList partsOf(const QString& text) {
    static const QRegularExpression part(QStringLiteral("%L?[0-9n]+|&(?=\\p{L})(?!nbsp;)|\\.\\.\\.$|\n|<[^>]*>"));
    QStringList parts;
    for (auto match = part.globalMatch(text); match.hasNext();) parts.append(match.next().captured());
    parts.sort();
    return parts;
}

QString outerSpaces(const QString& text) {
    const QString trimmed = text.trimmed();
    const qsizetype at = text.indexOf(trimmed);
    return text.left(at) + u'|' + text.mid(at + trimmed.size());
}

void compareMnemonics(const QMenu& menu) {
    std::set<QChar> taken;
    for (const QAction* action : menu.actions()) {
        const qsizetype at = action->text().indexOf(u'&');
        if (at < 0) continue;
        const QChar letter = action->text().at(at + 1).toLower();
        QVERIFY2(taken.insert(letter).second, qPrintable(menu.title() + QStringLiteral(": ") + action->text()));
        if (action->menu() != nullptr) compareMnemonics(*action->menu());
    }
}

}  // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void filesAreUpToDate();
    void everyTextIsTranslated();
    void translationsKeepWhatIsFilledIn();
    void textsAreLookedUpWhereTheyAreFiled();
    void mnemonicsOfAMenuDiffer_data();
    void mnemonicsOfAMenuDiffer();
    void theProgramHoldsThem();
    void languageFollowsTheChoice();
    void figuresFollowTheChoice();

private:
    QTemporaryDir m_folder;
    std::vector<Message> m_fresh;
    std::vector<Message> m_german;
};

void TestTranslations::initTestCase() {
    QStringList arguments = QString::fromLatin1(TOKENLEDGER_LUPDATE_ARGUMENTS).split(u' ');
    arguments.replace(arguments.indexOf(QStringLiteral("none")), QStringLiteral("absolute"));
    const QString fresh = m_folder.filePath(QStringLiteral("fresh.ts"));
    QProcess lupdate;
    lupdate.setWorkingDirectory(sourceFolder());
    lupdate.start(QStringLiteral(TOKENLEDGER_LUPDATE),
                  arguments + QStringList{QStringLiteral("-silent"), QStringLiteral("-ts"), fresh});
    QVERIFY(lupdate.waitForFinished(120'000));
    QCOMPARE(lupdate.exitCode(), 0);
    // A class without tr() of its own uses the one of texts.h, but lupdate files its texts under the class.
    const QByteArray said = lupdate.readAllStandardError();
    QVERIFY2(!said.contains("Class 'tokenledger::"), said.constData());
    m_fresh = readMessages(fresh);
    m_german = readMessages(sourceFolder() + QStringLiteral("/resources/translations/tokenledger_de.ts"));
    QVERIFY(m_fresh.size() > 500);
}

void TestTranslations::filesAreUpToDate() {
    const auto keys = [](const std::vector<Message>& messages) {
        std::set<QString> all;
        for (const Message& message : messages) all.insert(message.key());
        return all;
    };
    const std::set<QString> wanted = keys(m_fresh);
    const std::set<QString> present = keys(m_german);
    QStringList differences;
    for (const QString& key : wanted)
        if (!present.contains(key)) differences.append(QStringLiteral("+ ") + key);
    for (const QString& key : present)
        if (!wanted.contains(key)) differences.append(QStringLiteral("- ") + key);
    QVERIFY2(differences.isEmpty(),
             qPrintable(QStringLiteral("Build the target update_translations, then translate:\n") +
                        differences.join(u'\n')));
}

void TestTranslations::everyTextIsTranslated() {
    QStringList missing;
    for (const Message& message : m_german) {
        const bool empty = message.translations.contains(QString()) || message.translations.isEmpty();
        if (!message.state.isEmpty() || empty || (message.plural && message.translations.size() != 2))
            missing.append(message.key());
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TestTranslations::translationsKeepWhatIsFilledIn() {
    QStringList wrong;
    for (const Message& message : m_german) {
        for (const QString& text : message.translations) {
            if (partsOf(text) != partsOf(message.source) || outerSpaces(text) != outerSpaces(message.source))
                wrong.append(message.key() + QStringLiteral(" -> ") + text);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// lupdate takes the class that a function's return type is qualified with for the function's own: such a text would
/// never be found. It needs a short name for the type (see healthtexts.cpp). And tr() of free functions is the one of
/// texts.h.
void TestTranslations::textsAreLookedUpWhereTheyAreFiled() {
    QStringList wrong;
    for (const Message& message : m_fresh) {
        const QString name = message.context.section(QStringLiteral("::"), -1);
        const QRegularExpression member(QStringLiteral("\\b%1::~?\\w+\\(|\\b(class|struct) %1\\b|\"%1\"").arg(name));
        for (const QString& place : message.places) {
            const QString path = QFileInfo(place).isAbsolute() ? place : m_folder.filePath(place);
            QFile file(path);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
            const QString code = QString::fromUtf8(file.readAll());
            const bool own =
                code.contains(QStringLiteral("QString tr(const char*")) && !path.endsWith(QStringLiteral("/texts.h"));
            const bool free = message.context == QStringLiteral("tokenledger");
            if (own || (!free && !code.contains(member)))
                wrong.append(QFileInfo(path).fileName() + QStringLiteral(": ") + message.key());
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTranslations::mnemonicsOfAMenuDiffer_data() {
    QTest::addColumn<int>("language");
    QTest::newRow("English") << static_cast<int>(LanguageChoice::English);
    QTest::newRow("German") << static_cast<int>(LanguageChoice::German);
}

void TestTranslations::mnemonicsOfAMenuDiffer() {
    QFETCH(int, language);
    const Translation translation(static_cast<LanguageChoice>(language));
    QMenuBar bar;
    const MainMenu menu(&bar);
    QMenu whole;
    whole.addActions(bar.actions());
    compareMnemonics(whole);
}

void TestTranslations::theProgramHoldsThem() {
    QCOMPARE(tokenledger::tr("Net cache savings"), QStringLiteral("Net cache savings"));
    {
        const Translation translation(LanguageChoice::German);
        QCOMPARE(tokenledger::tr("Net cache savings"), QStringLiteral("Netto-Cache-Ersparnis"));
        QCOMPARE(roleTitle(QStringLiteral("workspace_user")), QStringLiteral("Arbeitsbereich: Benutzer"));
        QCOMPARE(tokenledger::tr("%n days", nullptr, 1), QStringLiteral("1 Tag"));
        QCOMPARE(tokenledger::tr("%n days", nullptr, 7), QStringLiteral("7 Tage"));
        const QLocale german(QLocale::German, QLocale::Germany);
        QCOMPARE(formatDayWithYear(UtcDay::fromDate(2026, 11, 9), german), QStringLiteral("9. Nov. 2026"));
        QCOMPARE(formatMoney(Money::fromNano(1'234'560'000'000), 2, german), QStringLiteral("$1.234,56"));
    }
    QCOMPARE(tokenledger::tr("Net cache savings"), QStringLiteral("Net cache savings"));
}

void TestTranslations::languageFollowsTheChoice() {
    const QLocale swiss(QLocale::German, QLocale::Switzerland);
    const QLocale finnish(QLocale::Finnish);
    QCOMPARE(languageOf(LanguageChoice::System, swiss), QLocale::German);
    QCOMPARE(languageOf(LanguageChoice::System, finnish), QLocale::English);
    QCOMPARE(languageOf(LanguageChoice::English, swiss), QLocale::English);
    QCOMPARE(languageOf(LanguageChoice::German, finnish), QLocale::German);
}

void TestTranslations::figuresFollowTheChoice() {
    const QLocale swiss(QLocale::German, QLocale::Switzerland);
    QCOMPARE(figuresLocale({}, LanguageChoice::System, swiss), swiss);
    QCOMPARE(figuresLocale({}, LanguageChoice::German, swiss), swiss);  // its own German is nearer than any
    QCOMPARE(figuresLocale({}, LanguageChoice::English, swiss).language(), QLocale::English);
    QCOMPARE(figuresLocale(QStringLiteral("de-DE"), LanguageChoice::English, swiss),
             QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(figuresLocale(QStringLiteral("nonsense"), LanguageChoice::System, swiss), swiss);
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
