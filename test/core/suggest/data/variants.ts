/**
 * Name words as people spell them in Latin letters: each line is one name word, in spellings that occur. Written for these tests from
 * what is common in newspapers of several languages; every two words of a line are a pair that should be accepted.
 *
 * Lines alternate between the half that the costs were tuned on and the half that was held out: see `pairs.ts`.
 */
export const VARIANTS = `
Qasem Qassem Qasim Kassem Ghasem
Soleimani Suleimani Sulaimani Soleymani Suleymani
Hussein Husayn Hossein Hussain Husain
Muhammad Mohammed Mohamed Mohammad Muhammed
Muqtada Moqtada Moktada Muktada
Khamenei Khamenaei Khameneh'i Chamenei
Ahmad Ahmed Ahmet Achmed
Gaddafi Qaddafi Kadhafi Gadhafi Qadhafi Kaddafi
Nuri Nouri Noori Noury
Ayatollah Ayatullah Ayatolla Ayatoullah
Haidar Haider Haydar Heidar Hayder
Yusuf Yousef Youssef Yusef Yousif
Mustafa Mostafa Moustafa Mustapha Moustapha
Ammar Amar Ammaar
Ibrahim Ebrahim Ibraheem Ibrahem
Jafar Jaafar Ja'far Djafar Jafer
Khalil Khaleel Halil Chalil
Rouhani Ruhani Rohani Rowhani Ruhany
Ismail Esmail Ismael Ismaeel Esmaeel
Zaynab Zeinab Zainab Zeynab
Othman Uthman Osman Ousmane
Khadija Khadijah Khadidja Hadija Khadeeja
Said Saeed Sa'id Saïd Saed
Fatima Fatimah Fatemeh Fatema Fatma
Aisha Ayesha Aysha Aicha Aishah
Abdullah Abdallah Abdollah Abdulla Abdoullah
Abdulrahman Abdelrahman Abdurrahman Abdul-Rahman Abderrahmane
Abdulaziz Abdelaziz Abdul-Aziz Abdolaziz
Najib Nagib Naguib Nadjib Najeeb
Jamal Gamal Djamal Jemal Cemal
Mahmoud Mahmud Mahmood Mehmoud Mahmut
Hashemi Hashimi Hachemi Hasheme
Rafsanjani Rafsandjani Rafsanjany Rafsanyani
Ahmadinejad Ahmadinezhad Ahmedinejad Ahmadinedjad
Daoud Dawud Daud Dawood Davud
Tawfiq Tawfik Toufic Tewfik Taufiq
Suleiman Sulayman Soliman Slimane Süleyman
Alawi Alaoui Alavi Allawi
Mahdi Mehdi Mahdy Mehdy
Karim Kareem Kerim Karime
Maliki Malki Maleki Malikee
Sistani Seestani Sistany Sisstani
Faisal Faysal Feisal Feysal Fayçal
Mubarak Moubarak Mobarak Mubarek
Khalid Khaled Chalid Halid Khalied
Nasser Naser Nasir Nassir Nacer
Yunus Younis Younes Yunis
Rashid Rasheed Rachid Reşid Raschid
Shahin Shaheen Chahine Şahin Sahin
Bashar Bachar Baschar Beşar Basshar
Tariq Tarik Tareq Tarek Taric
Qutb Kutb Qotb Kotb
Muammar Moammar Mu'ammar Mouammar
Masoud Massoud Mas'ud Masud Mesut
Barzani Barazani Barzany Berzani
Ghalibaf Qalibaf Galibaf Ghalibaaf
Erdogan Erdoğan Erdoghan
Çavuşoğlu Cavusoglu Chavushoglu Tchavouchoglou
Davutoğlu Davutoglu Davutoghlu Davoutoglou
Kılıç Kilic Kilich Kilitch
Özgür Ozgur Oezguer
Gül Gul Guel
Yılmaz Yilmaz Jilmas Yelmaz
Ecevit Ejevit Edjevit
Ankara Angara Anqara
Diyarbakir Diyarbakır Diarbakir Dijarbakir
Netanyahu Netanyahou Nethanyahu Netanjahu
Yitzhak Yitzchak Itzhak Yitshak Jitzchak
Chaim Haim Hayim Chayim Khaim
Moshe Mosheh Moshé Mosche
Avraham Abraham Avrahom Avraam
Tzipi Tsipi Zipi Tzippi
Zvi Tzvi Tsvi Zwi
Shlomo Shelomo Schlomo Chlomo
Yehuda Yehudah Jehuda Yehouda
Ya'akov Yaakov Yakov Jakov Yaacov
Rivka Rivkah Rivqa Riwka
Menachem Menahem Menakhem
Yisrael Israel Yisroel Jisrael
Hanukkah Chanukah Hanuka Khanuka
Mikhail Michail Mihail Mikhael
Gorbachev Gorbatschow Gorbachov Gorbatchev Gorbachyov
Yeltsin Jelzin Eltsine Yeltsyn Eltsin
Khrushchev Chruschtschow Khruschev Khrouchtchev
Yevgeny Evgeny Yevgeni Evgeniy Jewgeni
Dmitry Dmitri Dmitriy Dimitri Dmitrij
Aleksandr Alexander Alexandr Aleksander
Aleksei Alexei Alexey Aleksey Alexej
Sergei Sergey Serguei Sergej
Zelensky Zelenskyy Zelenskiy Selenskyj Zelenski
Tchaikovsky Chaikovsky Tschaikowski Chaykovskiy
Dostoevsky Dostoyevsky Dostojewski Dostoievski
Prokofiev Prokofieff Prokofyev Prokofjew
Solzhenitsyn Soljenitsyne Solzhenitsin Solschenizyn
Chekhov Tchekhov Tschechow Čechov
Pushkin Puschkin Pouchkine
Zhukov Joukov Jukov Žukov Schukow
Lukashenko Lukaschenko Loukachenko Lukashenka
Medvedev Medwedew Medvediev Medvedyev
Lavrov Lawrow Lavroff
Romanov Romanoff Romanow
Nazarbayev Nazarbaev Nasarbajew Nazarbaiev
Aliyev Aliev Alijew Aliyeff
Tatyana Tatiana Tatjana
Natalya Natalia Natalja Nataliya
Yuri Yury Iouri Juri Yuriy
Maria Mariya Marija Marya
Yanukovych Janukowitsch Ianoukovitch Yanukovich
Tymoshenko Timoshenko Timochenko Tymoschenko
Poroshenko Porochenko Poroschenko
Vasily Vasili Wassili Vassily Vasiliy
Tsipras Tzipras Cipras
Papandreou Papandreu Papandrou
Mitsotakis Mitzotakis Micotakis
Milošević Milosevic Miloshevich Milosevich
Karadžić Karadzic Karadzhich Karadjic
Djokovic Đoković Dokovic Djokovich
Zagreb Zagreb' Sagreb
Walid Waleed Oualid Velid
Wahab Ouahab Vahab Wahhab
Rahman Rahmaan Rehman Rahmane
Zarif Zareef Sarif Zariff
Reza Riza Rida Ridha
Ramadan Ramazan Ramadhan Ramadaan
Qadir Kadir Qader Kader Ghader
Ghazali Gazali Ghazaly Gazzali
Sheikh Shaikh Shaykh Cheikh Scheich
Sharif Shareef Cherif Şerif Scharif
Hezbollah Hizbullah Hizballah Hezballah Hisbollah
Baath Ba'ath Ba'th Bath
Sadr Sader Sadre
Najaf Nadjaf Nejef Nagaf
Karbala Kerbala Karbela Kerbela
Fallujah Falluja Faluja Falloujah Falludscha
Kirkuk Kirkouk Kerkuk Karkuk
Tikrit Takrit Tikreet Tekrit
Basra Basrah Bassora Basrah'
Nineveh Ninive Ninawa Nineweh
Raqqa Raqqah Rakka Racca
Peshmerga Peschmerga Pechmerga Peshmarga
Rutba Rutbah Routba Ar-Rutba
Quds Qods Kuds Kods
Hakim Hakeem Haquim Hakiem
al-Hakim Hakim Al-Hakeem El-Hakim
al-Sadr as-Sadr Al-Sader es-Sadr
al-Shahristani ash-Shahristani Shahristani Al-Schahristani
Elbaradei Baradei Al-Baradei El-Baradai
Zawahiri Zawahri Dhawahiri Zaouahiri
Zarqawi Zarkawi Sarkawi Zarqaoui
Juburi Jubouri Jaburi Jiburi Jabouri
Dulaymi Dulaimi Duleimi Doulaimi
Talabani Talabany Taalabani
Hariri Hareeri Harriri
Nasrallah Nasrullah Nassrallah Nasralla
Hamdan Hemdan Hamdaan
Shahrudi Shahroudi Shahroodi Schahrudi
Mojtaba Mujtaba Modjtaba Moujtaba
Taghi Taqi Tagi Taki
Ghorbani Qorbani Qurbani Gorbani
Naqvi Naqwi Nakvi Naghvi
Beirut Bayrut Beyrouth Beyrut
Damascene Damasceen Damascéne
Jalalabad Djalalabad Dschalalabad Jelalabad
Mazar Mezar Masar Mazaar
Kandahar Qandahar Candahar Kandehar
Mashhad Meshed Mashad Meshhed
Isfahan Esfahan Ispahan Isfahaan
Qom Qum Ghom Kum
Sanaa Sana'a San'a Sana
Riyadh Riyad Riad Riadh
Jeddah Jidda Jiddah Djeddah
Houthi Huthi Huthy Houti
Ansari Ensari Anssari Ansaree
Assad Asad al-Assad Esad
Omar Umar Omer Oumar
Usama Osama Oussama Ousama
Zubayr Zubair Zoubeir Zubeir
Jawad Javad Djawad Cevat
Laila Layla Leila Leyla
Noor Nur Nour Nûr
Hosni Husni Housni Hosny
Mahfouz Mahfuz Mahfooz Mahfoudh
`;
