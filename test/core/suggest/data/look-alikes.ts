/**
 * Pairs of different name words that look alike, to be refused: different people, places and peoples, names beside their feminine,
 * their place of origin or their patronymic. Written for these tests. Pairs that no spelling can tell apart (Salim and Salem may be
 * one name or two) are left out on both sides.
 */
export const LOOK_ALIKES = `
Hasan Husayn; Hassan Hussein; Hasan Hasani; Salim Salam; Karim Karam; Amir Omar; Said Saad; Ali Ala; Maliki Malik;
Abadi Abidi; Abadi Badi; Sadr Sadat; Petrov Petrova; Ivan Ivanov; Tehran Tirana; Iran Iraq; Khomeini Khamenei;
Tikrit Tikriti; Bashar Bashir; Jamal Jamil; Kamal Kamil; Rashid Rushdi; Nasir Nasr; Hamid Hamad; Majid Majd;
Salah Salih; Samir Samar; Tamim Tamam; Nabil Nabila; Jamil Jamila; Amin Amina; Karim Karima; Salim Salima;
Khalid Khalida; Rashid Rashida; Walid Walida; Aziz Azizi; Karim Karimi; Rahim Rahimi; Salim Salimi; Amin Amini;
Mosul Mosel; Basra Bosra; Homs Hama; Aden Adana; Oman Amman; Sanaa Sanad; Qatar Qatan; Kuwait Kunduz; Kabul Kabila;
Herat Harar; Balkh Baku; Najaf Nafaj; Karbala Karbaba; Dohuk Duhul; Ankara Antakya; Adana Edirne; Konya Kenya;
Sivas Siirt; Izmir Izmit; Bursa Basra; Samsun Samson; Rize Reza; Urfa Ufa; Lavrov Lavrin; Putin Pushin;
Medvedev Medvedko; Zhukov Zhirkov; Zhukov Zhuk; Gromov Gromyko; Orlov Orlova; Popov Popova; Sokolov Sokolova;
Smirnov Smirnova; Titov Titova; Kirov Kiril; Kiev Kirov; Minsk Pinsk; Omsk Tomsk; Kursk Kurgan; Perm Pern;
Sergei Sergeyev; Andrei Andreyev; Dmitri Dmitriev; Yuri Yuriev; Boris Borisov; Pavel Pavlov; Anton Antonov;
Roman Romanov; Marina Maria; Irina Arina; Olga Oleg; Oksana Roksana; Darya Dana; Vera Vira; Nina Dina; Galina Alina;
Lena Lana; Zoya Zara; Rabin Rubin; Peres Perez; Begin Bein; Sharon Shamir; Dayan Dayanim; Barak Baruch; Lapid Levid;
Gantz Katz; Livni Levi; Moshe Moses; Noam Naomi; Yael Yoel; Gilad Galed; Eli Elia; Dan Dana; Ariel Avriel;
Tamar Tomer; Hakim Hakam; Hashim Hisham; Habib Habiba; Hamza Hamas; Harun Hiram; Nuri Nuriya; Jabir Jabbar;
Jafar Jabir; Zahir Zuhair; Zaid Ziad; Zayd Zayan; Tahir Tariq; Taha Tala; Farid Faraj; Fahd Fadi; Fuad Fahad;
Faris Firas; Qasim Qais; Karam Akram; Salam Aslam; Hamid Ahmad; Mahdi Hadi; Mahmoud Hamoud; Mansur Manar; Masud Saud;
Maher Mazhar; Munir Munira; Nizar Nazir; Rafi Rafiq; Rafiq Rafiqi; Sabir Sabri; Salman Sulayman; Saud Saad;
Shakir Shukri; Suhail Sahil; Sami Samia; Tariq Tuareg; Umar Amr; Usama Asma; Wahid Walid; Yahya Yaya; Yasin Yasir;
Yazid Yazidi; Younis Yamin; Zaki Zakia; Abbas Abbasi; Abid Abida; Adil Adila; Afif Arif; Akram Ikram; Amjad Majd;
Anwar Anbar; Arif Sharif; Asad Sad; Ashraf Sharaf; Atif Atifa; Ayub Ayad; Badr Badri; Bakr Bakri; Daud Dawr;
Diya Dina; Ghazi Ghazali; Hadi Haddad; Haidar Hadir; Hani Hana; Hilal Jalal; Imad Ahmad; Imran Iran; Isa Issam;
Jalal Jamal; Kamal Jamal; Kazim Qasim; Latif Latifa; Luay Luqa; Mazin Mazari; Mufid Hamid; Mukhtar Mahathir;
Muslim Salim; Nadim Nadir; Nadir Nazir; Naji Najib; Nasim Nasir; Qadir Qadri; Raad Rashad; Rashad Rashid; Riad Riza;
Safa Safi; Tayib Tabib; Erdogan Erdem; Davutoglu Davut; Yilmaz Yildiz; Demirel Demir; Ozal Ozan; Kemal Kamil;
Mehmet Ahmet; Murat Mert; Orhan Turhan; Tarhan Turhan; Osman Orhan; Selim Salam; Sinan Sivan; Tansu Tarsus;
Umit Umut; Yavuz Yunus; Burak Barak; Emin Emine; Emre Emir; Shamkhani Shamlou; Shirazi Shiraz; Tabrizi Tabriz;
Isfahani Isfahan; Tehrani Tehran; Baghdadi Baghdad; Tikriti Tikrit; Basri Basra; Larijani Lahijani; Lahijan Lahiji;
Rohani Rahmani; Rahmani Rahimi; Hashemi Hatami; Hatami Khatami; Karimi Karami; Karami Akrami; Ahmadi Hamidi;
Hosseini Hassani; Moradi Mordadi; Rezaei Razavi; Jafari Jabbari; Jalali Jalili; Jalili Khalili; Salehi Soltani;
Zarif Zahir; Zanjan Zahedan; Arak Ahvaz; Qom Kerman; Yazd Yazdi; Rasht Raqqa; Dezful Dizaj; Abadan Abadi;
Ahvaz Hawija; Sinjar Sanjar; Ramadi Ramada; Ramadi Ramadan; Rutba Rumba; Diyala Dalia; Anbar Akbar; Irbil Irbid;
Mosul Mossad; Sadr Badr; Badr Bakr; Hakim Hatim; Hatim Hashim; Abadi Ibadi; Barzani Barzan; Talabani Taliban;
Allawi Alawite; Jaafari Jazairi; Chalabi Jalabi; Chalabi Shalabi; Hashimi Hashim; Nujaifi Najafi; Tadic Tasic;
Vucic Vujic; Mladic Mladen; Karadzic Karadaglic; Tito Titov; Zoran Goran; Goran Gordan; Dragan Dragon; Ivan Jovan;
Marko Mirko; Petar Petra; Stefan Stevan; Nikola Nikolic; Jovan Jovanovic; Varoufakis Varvakis; Tsipras Tsirpas;
Samaras Samaris; Kostas Kosmas; Giorgos Gregoris; Nikos Nikolas; Petros Petras; Andreas Andrea; Rajavi Razavi;
Rafiq Tariq; Masjedi Majidi; Pakpour Pakdel; Hamas Hama; Hadith Haditha; Kurdi Kurdistan; Afar Affan
`;
