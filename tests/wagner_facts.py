"""The facts that the bundled story was written from, as tables; ``test_wagner_story`` holds the story to them.

A row names the record that holds the fact and the exact words of the article that carry it.
"""

from __future__ import annotations

FRIDAY, SATURDAY, SUNDAY = "2023-06-23", "2023-06-24", "2023-06-25"
TELEGRAM, ISW_PAGE = "audio message on Telegram", "assessment on its website"

# id, kind, how the article introduces it, what the role says, other forms of the name
WHO = [
    ("prigozhin", "person", "Yevgeny Prigozhin", "leader of Wagner; once a catering contractor; formerly an ally of Putin", ("Prigozhin", "Prighozin")),
    ("wagner", "group", "a private army", "Russia's best-known mercenary force", ("Wagner group", "Prigozhin's forces", "Prigozhin's troops", "Prigozhin's outfit")),
    ("putin", "person", "President Vladimir Putin", "president of Russia", ("Putin",)),
    ("kremlin", "organisation", "the Kremlin announced", "Russia's presidency", ("Kremlin",)),
    ("peskov", "person", "Kremlin spokesman Dmitry Peskov", "Kremlin spokesman", ("Peskov",)),
    ("lukashenko", "person", "Its leader, Alexander Lukashenko", "leader of Belarus", ("Lukashenko",)),
    ("shoigu", "person", "Defence Minister Sergei Shoigu", "defence minister", ("Sergey Shoigu",)),
    ("gerasimov", "person", "the chief of the general staff, Valery Gerasimov", "chief of the general staff", ("Gerasimov",)),
    ("defence-ministry", "organisation", "the defence ministry", "target of Prigozhin's complaints", ("MoD",)),
    ("military-leaders", "group", "military leaders, long the target of Prigozhin's complaints", "target of Prigozhin's complaints", ("military top brass",)),
    ("security-service", "organisation", "Russia's security service said", "security service", ("FSB",)),
    ("governor", "person", "the regional governor said", "not named", ()),
    ("residents", "group", "dozens of residents", "live in the city", ("onlookers", "civilians")),
    ("ukraine", "place", "Kyiv called the turmoil", "country", ("Kyiv",)),
    ("zelenskyy", "person", "President Volodymyr Zelenskyy", "president of Ukraine", ("Zelensky",)),
    ("podolyak", "person", "a senior aide to President Volodymyr Zelenskyy", "senior aide to Zelenskyy", ("Podolyak",)),
    ("kalachev", "person", "Konstantin Kalachev, an independent political analyst", "independent political analyst", ("Kalachev",)),
    ("isw", "organisation", "a think tank based in Washington", "think tank based in Washington", ("ISW",)),
    ("yelena", "person", "She is 35 and gave her name as Yelena, but would not give her surname", "35, in Moscow; would not give her surname", ()),
    ("observers", "group", "Observers saw", "unnamed", ()),
    ("experts", "group", "Experts doubted", "unnamed", ()),
    ("afp", "organisation", "the news agency AFP", "news agency that people spoke to", ()),
    ("african-governments", "group", "court African governments", "not heard", ()),
    ("elites", "group", "regional elites", "not heard", ("the elites",)),
    ("moscow", "place", "Moscow officially thanked", "capital of Russia", ()),
    ("russia", "place", "Russia denied", "country", ()),
]  # fmt: skip

WHERE = ("moscow", "parliament", "red-square", "city-centre", "rostov", "headquarters", "belarus", "ukraine",
         "russia", "highway", "washington", "middle-east", "west-africa")  # fmt: skip

# row, id, earliest, latest, precision, modality, who says so, certainty, words of the article
WHAT = [
    ("E0", "invasion", "2022-02", "2022-02", "month", "happened", (), "probable", "full-scale invasion of Ukraine in February 2022"),
    ("E1", "rise", None, None, None, "happened", (), "probable", "long before the feud and far from any front, as a catering contractor"),
    ("E2", "feud", None, None, None, "happened", (), "probable", "A long-running feud between Prigozhin and Russia's military top brass over how the war in Ukraine is run"),
    ("E2a", "camp-strike", None, FRIDAY, None, "denied", ("defence-ministry",), "possible", "he said in audio messages that the defence ministry had struck Wagner camps"),
    ("E2a", "camp-strike", None, FRIDAY, None, "denied", ("defence-ministry",), "possible", "The ministry denied the accusation in a statement"),
    ("E2b", "case", f"{FRIDAY}T18:00", f"{FRIDAY}T23:59", "part_of_day", "reported", ("security-service",), "probable", "On Friday night Russia's security service said it had opened a criminal case against him"),
    ("E3", "seizure", SATURDAY, SATURDAY, "day", "happened", (), "probable", "On Saturday Prigozhin's forces seized the military headquarters in Rostov-on-Don"),
    ("E4", "advance", SATURDAY, SATURDAY, "day", "happened", (), "probable", "began a long advance on Moscow, along a main highway that runs north"),
    ("E5", "putin-address", SATURDAY, SATURDAY, "day", "happened", (), "probable", "The column was still on the road when Putin addressed the nation"),
    ("E5", "punishment", SATURDAY, None, None, "threatened", ("putin",), "possible", "He promised punishment"),
    ("E6", "unity-call", SATURDAY, SATURDAY, "day", "reported", ("kalachev",), "probable", "Yesterday's call for unity made by representatives of the elites"),
    ("E7", "truce", SATURDAY, SATURDAY, "day", "reported", ("lukashenko",), "probable", "said through his press service that he had negotiated a truce with Prigozhin"),
    ("E8", "turn-back", SATURDAY, SATURDAY, "day", "announced", ("prigozhin",), "probable", "Prigozhin announced in an audio message that his troops would turn back, to avoid “spilling Russian blood”"),
    ("E9, E10", "deal", f"{SATURDAY}T18:00", None, None, "announced", ("kremlin", "peskov"), "probable", "within hours of that message, the Kremlin announced that Prigozhin would leave for Belarus"),
    ("E11", "withdrawal", SATURDAY, f"{SUNDAY}T11:59", "part_of_day", "reported", ("governor",), "probable", "had left the southern Russian city of Rostov-on-Don by early Sunday, the regional governor said"),
    ("E11", "cheering", SATURDAY, f"{SUNDAY}T11:59", None, "reported", (), "possible", "dozens of residents reportedly cheered and chanted “Wagner! Wagner!” outside the captured headquarters"),
    ("E12", "security-measures", SUNDAY, SUNDAY, "day", "happened", (), "probable", "what is officially an “anti-terrorism operation” were still in force on Sunday"),
    ("E14", "counteroffensive", SATURDAY, SUNDAY, "day", "happened", (), "probable", "pressed harder over the weekend with its counteroffensive"),
    ("whole", "crisis", FRIDAY, SUNDAY, "day", "happened", (), "probable", "the standoff"),
]  # fmt: skip

# earlier, later: every order that the report gives, and no other
ORDER = {
    ("rise", "feud"), ("feud", "camp-strike"), ("seizure", "advance"), ("advance", "putin-address"),
    ("putin-address", "turn-back"), ("truce", "turn-back"), ("turn-back", "deal"), ("turn-back", "withdrawal"),
    ("seizure", "cheering"), ("cheering", "withdrawal"),
}  # fmt: skip

# id, form, actor, words that name the source, cue, to whom, channel, translated, exact quoted words
SAID = [
    ("q-treason", "direct", "putin", "Putin", "addressed", None, "televised address", True, "“Any internal turmoil is a deadly threat to our statehood and to us as a nation ... Extravagant ambitions and personal interests led to treason”"),
    ("q-stab", "mixed", "putin", "Putin", "said", None, "televised address", True, "“stab in the back”"),
    ("q-blood", "mixed", "prigozhin", "Prigozhin", "announced", None, TELEGRAM, True, "“spilling Russian blood”"),
    ("q-armed-rebellion", "mixed", "authorities", "the authorities", "termed", None, None, True, "“armed rebellion”"),
    ("q-chant", "direct", "residents", "dozens of residents", "chanted", None, "chant", None, "“Wagner! Wagner!”"),
    ("q-anti-terrorism", "mixed", None, None, None, None, None, True, "“anti-terrorism operation”"),
    ("q-window", "mixed", "ukraine", "Kyiv", "called", None, None, None, "“window of opportunity”"),
    ("q-monopoly", "direct", "podolyak", "Mykhailo Podolyak", "wrote", None, "Twitter", None, "“Prigozhin humiliated Putin/the state and showed that there is no longer a monopoly on violence.”"),
    ("q-crisis", "direct", "kalachev", "Konstantin Kalachev", "told", "afp", "interview", None, "“The crisis of institutions and trust was not obvious to many in Russia and the West yesterday. Today, it is clear.”"),
    ("q-unity", "direct", "kalachev", "he", "said", "afp", "interview", None, "“Yesterday's call for unity made by representatives of the elites only confirmed this. Behind these is a crisis of institutions and fears for themselves,”"),
    ("q-equilibrium", "direct", "isw", "it", "said", None, ISW_PAGE, False, "“The Kremlin now faces a deeply unstable equilibrium,”"),
    ("q-short-term", "direct", "isw", "it", None, None, ISW_PAGE, False, "“The Lukashenko-negotiated deal is a short-term fix, not a long-term solution, and Prigozhin's rebellion exposed severe weaknesses in the Kremlin and Russian MoD.”"),
    ("q-sad", "direct", "yelena", "a woman in Moscow who spoke to AFP", "said", "afp", "interview", None, "“I don't know how to react. In any case, it's very sad this is happening,”"),
]  # fmt: skip

# id, actor, cue, channel, the words that tell it
TOLD = [
    ("q-withdrawal", "governor", "said", "Telegram", "had left the southern Russian city of Rostov-on-Don by early Sunday"),
    ("q-camps", "prigozhin", "said", TELEGRAM, "the defence ministry had struck Wagner camps"),
    ("q-denial", "defence-ministry", "denied", "statement", "the accusation"),
    ("q-case", "security-service", "said", None, "it had opened a criminal case against him"),
    ("q-stab", "putin", "said", "televised address", "threatened Russia's survival"),
    ("q-stab", "putin", "said", "televised address", "it had brought the country close to civil war"),
    ("q-punishment", "putin", "promised", "televised address", "punishment"),
    ("q-truce", "lukashenko", "said", "press service", "he had negotiated a truce with Prigozhin"),
    ("q-blood", "prigozhin", "announced", TELEGRAM, "his troops would turn back, to avoid “spilling Russian blood”"),
    ("q-deal", "kremlin", "announced", None, "Prigozhin would leave for Belarus and that neither he nor Wagner's troops would be prosecuted"),
    ("q-peskov", "peskov", "added", "call with reporters", "the criminal case against Prigozhin would be dropped, that he would go to Belarus, and that those who had joined"),
    ("q-thanks", "moscow", "thanked", None, "his mediation"),
    ("q-embarrassment", "observers", "saw", None, "an embarrassment for Moscow"),
    ("q-experts", "experts", "doubted", None, "the truce would end the feud"),
    ("q-authority", "experts", "said", None, "Putin would now have to restore his authority"),
    ("q-worry", "kalachev", "added", "interview", "by civilians applauding Wagner in Rostov"),
    ("q-humiliating", "isw", "judged", ISW_PAGE, "Lukashenko's role humiliating for Russia's leaders"),
    ("q-no-effect", "russia", "denied", None, "it was having any effect on its campaign in Ukraine"),
    ("q-supplies", "prigozhin", "accused", None, "not supplying his units enough"),
    ("q-ties", "kremlin", "denied", None, "it had any ties to Wagner"),
]  # fmt: skip

# actor, stance, target, the words or the act
REACTED = [
    ("putin", "condemns", "crisis", "led to treason"), ("putin", "threatens", "crisis", "promised punishment"),
    ("putin", "accepts", "deal", "then accepted a deal"), ("defence-ministry", "denies", "c-camp-strike", "denied the accusation"),
    ("moscow", "thanks", "truce", "thanked Lukashenko"), ("observers", "assesses", "truce", "an embarrassment for Moscow"),
    ("ukraine", "mocks", "moscow", "mocked Moscow"), ("ukraine", "exploits", "crisis", "“window of opportunity”"),
    ("russia", "denies", "q-window", "any effect on its campaign"), ("podolyak", "mocks", "putin", "humiliated Putin"),
    ("podolyak", "assesses", "crisis", "no longer a monopoly on violence"), ("kalachev", "assesses", "crisis", "Today, it is clear"),
    ("kalachev", "worries", "cheering", "would be worried"), ("isw", "assesses", "truce", "humiliating"),
    ("isw", "assesses", "deal", "a short-term fix"), ("experts", "unsure", "truce", "doubted that the truce would end the feud"),
    ("experts", "assesses", "putin", "restore his authority"), ("residents", "supports", "wagner", "cheered"),
    ("elites", "calls_for", "crisis", "call for unity"), ("yelena", "unsure", "crisis", "I don't know how to react"),
    ("yelena", "worries", "crisis", "very sad"), ("prigozhin", "condemns", "military-leaders", "not supplying his units enough"),
]  # fmt: skip

# id, basis, certainty, careful words, the words
CLAIMED = [
    ("c-bloodshed", "unnamed", "possible", "Accounts available", "Accounts available on Sunday said the standoff"),
    ("c-bloodshed", "unnamed", "possible", "Accounts available", "had ended without bloodshed"),
    ("c-gravest", "unnamed", "possible", "described as", "Russia's gravest security crisis in decades"),
    ("c-threat-lifted", "reporter", "probable", None, "a deal that lifted the immediate threat to Moscow"),
    ("c-whereabouts", "reporter", "unknown", "not clear", "It was not clear exactly where Prigozhin was"),
    ("c-cheering", "unnamed", "possible", "reportedly", "reportedly cheered and chanted"),
    ("c-assault-troops", "reporter", "probable", None, "some of the most effective assault troops in the war"),
    ("c-prisoners", "reporter", "probable", None, "The Wagner group recruited prisoners"),
    ("c-abuses", "unnamed", "possible", "have been accused of", "abuses in several countries"),
    ("c-ties", "named", "possible", None, "long denied that it had any ties to Wagner"),
    ("c-companies", "reporter", "probable", None, "run mercenary operations in the Middle East and West Africa"),
    ("c-backing", "unnamed", "possible", "are seen as", "having the Kremlin's backing"),
    ("c-influence", "unnamed", "possible", "are seen as", "Russian influence operations that court African governments and win access to minerals"),
    ("c-withdrawal", "unnamed", "probable", None, "by early Sunday, the regional governor said on Telegram"),
    ("c-camp-strike", "named", "possible", None, "the defence ministry had struck Wagner camps"),
    ("c-case", "named", "probable", None, "Russia's security service said it had opened a criminal case against him"),
    ("c-survival", "named", "possible", None, "threatened Russia's survival, Putin said"),
    ("c-civil-war", "named", "possible", None, "Putin said, and it had brought the country close to civil war"),
    ("c-truce", "named", "probable", None, "said through his press service that he had negotiated a truce"),
    ("c-deal", "named", "probable", None, "the Kremlin announced that Prigozhin would leave for Belarus"),
    ("c-feud-ends", "unnamed", "possible", "doubted", "Experts doubted that the truce would end the feud"),
    ("c-short-term", "named", "possible", None, "a short-term fix, not a long-term solution"),
    ("c-weaknesses", "named", "possible", None, "exposed severe weaknesses in the Kremlin and Russian MoD"),
    ("c-effect", "named", "possible", None, "Russia denied that it was having any effect on its campaign in Ukraine"),
    ("c-supplies", "named", "possible", None, "Again and again Prigozhin accused Defence Minister Sergei Shoigu"),
]  # fmt: skip

# whose word for the same thing
CALLED = [("q-treason-word", "putin", "treason"), ("q-armed-rebellion", "authorities", "“armed rebellion”"),
          ("q-march", "prigozhin", "a march for justice"), ("q-mutiny", None, "a mutiny or a revolt")]  # fmt: skip

CAPTIONS = ("A young boy hugs a Wagner fighter in Rostov-on-Don, 24 June 2023.",
            "Wagner fighters get ready to leave the headquarters of the Southern Military District in "
            "Rostov-on-Don for their base, 24 June 2023.")  # fmt: skip
