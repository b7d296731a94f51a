// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Secret.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <utility>

using namespace deskwarden::core;

namespace {

const std::string password = "a password that is longer than any small buffer";

/// A Secret in memory that outlives it, so that what it left behind can be read without undefined behaviour of ours.
class Remains final
{
public:
    explicit Remains(std::string_view text) { std::construct_at(secret(), text); }
    Secret* secret() { return std::launder(static_cast<Secret*>(static_cast<void*>(m_memory))); }
    /// Destroys the secret and looks for the text in the place where the object was.
    bool holdsAfterwards(std::string_view text)
    {
        std::destroy_at(secret());
        return std::search(std::begin(m_memory), std::end(m_memory), text.begin(), text.end(),
                           [](unsigned char left, char right) { return left == static_cast<unsigned char>(right); }) !=
               std::end(m_memory);
    }

private:
    alignas(Secret) unsigned char m_memory[sizeof(Secret)] = {};
};

} // namespace

class SecretTest final : public QObject
{
    Q_OBJECT

private slots:
    void wipeOverwritesTheWholeBuffer()
    {
        std::string text = password;
        text.reserve(200);
        text.resize(10); // the rest of the password still stands behind the end
        const char* memory = text.data();
        const std::size_t capacity = text.capacity();
        wipe(text);
        QVERIFY(text.empty());
        QCOMPARE(static_cast<const void*>(text.data()), static_cast<const void*>(memory));
        QVERIFY(std::all_of(memory, memory + capacity, [](char letter) { return letter == '\0'; }));
    }

    void aShortSecretLeavesNothingInItsPlace()
    {
        Remains remains("hunter2");
        QVERIFY(!remains.holdsAfterwards("hunter2"));
    }

    void aMovedFromSecretIsEmpty()
    {
        Secret first{password};
        const Secret second(std::move(first));
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is the promise
        QCOMPARE(second.reveal(), std::string_view(password));
    }

    void assignmentKeepsTheNewSecretOnly()
    {
        Secret secret{password};
        const Secret other{"short"};
        secret = other;
        QCOMPARE(secret.reveal(), std::string_view("short"));
        secret = Secret{"moved"};
        QCOMPARE(secret.reveal(), std::string_view("moved"));
        const Secret& same = secret;
        secret = same;
        QCOMPARE(secret.reveal(), std::string_view("moved"));
    }
};

QTEST_APPLESS_MAIN(SecretTest)
#include "SecretTest.moc"
