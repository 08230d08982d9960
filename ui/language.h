// The language of the window and the locale of its figures. GUI thread.
#pragma once

#include <QLocale>
#include <QTranslator>

#include <vector>

namespace tokenledger {

/// System: the first of the system's languages that there is a translation for; else English.
enum class LanguageChoice { System, English, German };

/// The language that a choice comes to.
[[nodiscard]] QLocale::Language languageOf(LanguageChoice choice, const QLocale& system = QLocale::system());

/// Which figures and dates look like which locale's: the chosen one, as "de-DE"; where none is chosen, the system's, or
/// the chosen language's where that is another one than the system's.
[[nodiscard]] QLocale figuresLocale(const QString& chosen, LanguageChoice language,
                                    const QLocale& system = QLocale::system());
/// The locales that the preferences offer.
[[nodiscard]] const std::vector<QString>& figureLocales();

/// Translates what is made from now on while it lives; what stands in the window already keeps its language.
class Translation {
public:
    explicit Translation(LanguageChoice choice);
    ~Translation();
    Translation(const Translation&) = delete;
    Translation& operator=(const Translation&) = delete;

private:
    QTranslator m_own;
    QTranslator m_qt;  // buttons and menus of Qt's own dialogs, where Qt's translations are installed
};

}  // namespace tokenledger
