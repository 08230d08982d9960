// What the help says: pages, measures, keys, where the data comes from. Texts only.
#pragma once

#include "ui/pagelist.h"

namespace tokenledger {

struct HelpTopic {
    QString id;  // of a page its name, "Cost"; else of its own
    QString title;
    QString text;  // paragraphs, divided by line feeds; "key\tmeaning" is a line of a table
};

struct HelpPart {
    QString title;
    std::vector<HelpTopic> topics;
};

[[nodiscard]] std::vector<HelpPart> helpParts();
/// As HTML, for reading.
[[nodiscard]] QString helpHtml(const HelpTopic& topic);
/// All words of `search` occur in its title or text, in any order and case.
[[nodiscard]] bool isAbout(const HelpTopic& topic, const QString& search);

}  // namespace tokenledger
