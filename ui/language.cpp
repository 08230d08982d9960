#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include <algorithm>

namespace tokenledger {

QLocale::Language languageOf(LanguageChoice choice, const QLocale& system) {
    if (choice == LanguageChoice::German) return QLocale::German;
    if (choice == LanguageChoice::English) return QLocale::English;
    for (const QString& name : system.uiLanguages()) {
        const QLocale::Language language = QLocale(name).language();
        if (language == QLocale::German || language == QLocale::English) return language;
    }
    return QLocale::English;
}

QLocale figuresLocale(const QString& chosen, LanguageChoice language, const QLocale& system) {
    if (figureLocales().end() != std::find(figureLocales().begin(), figureLocales().end(), chosen))
        return QLocale(chosen);
    if (language == LanguageChoice::System || languageOf(language) == system.language()) return system;
    return QLocale(languageOf(language));
}

const std::vector<QString>& figureLocales() {
    static const std::vector<QString> names = {QStringLiteral("en-US"), QStringLiteral("en-GB"),
                                               QStringLiteral("de-DE"), QStringLiteral("de-CH"),
                                               QStringLiteral("fr-FR"), QStringLiteral("sv-SE")};
    return names;
}

Translation::Translation(LanguageChoice choice) {
    if (languageOf(choice) != QLocale::German) return;
    if (m_qt.load(QStringLiteral("qtbase_de"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // Part of the program: that it is there is a matter of the build, which a test looks at.
    if (m_own.load(QStringLiteral(":/tokenledger/translations/tokenledger_de.qm")))
        QCoreApplication::installTranslator(&m_own);
}

Translation::~Translation() {
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

}  // namespace tokenledger
