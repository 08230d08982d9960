// Standard output and standard error: what is text for a reader is made harmless here, and a write that failed is kept
// in mind until the program ends.
#pragma once

#include <QString>

#include <cstdio>

namespace tokenledger::cli {

class Output {
public:
    explicit Output(std::FILE* file) : m_file(file) {}

    /// A line for a reader. Names and other words from outside cannot break out of it.
    void line(const QString& text = {});
    /// CSV and JSON, whose data stays as it is, and tables, which are harmless already.
    void exact(const QByteArray& bytes);

    /// Why something did not arrive; empty when all did.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }

private:
    std::FILE* m_file;
    QString m_trouble;
};

/// A standard stream that the caller closed fails from now on; otherwise the next file opened would take its place, and
/// get what is meant for the reader.
void keepStandardStreamsApart();

}  // namespace tokenledger::cli
